import { DOMSerializer } from '@tiptap/pm/model'
import type { LiveRoom } from '../../live/live-room.ts'
import { schema } from '../schema.ts'
import { roomsOfRemembered } from './copied.ts'

const attribute = 'data-mreza-room'

/** Writes into what is copied from which room it is, so that another page of the house knows it too. */
export const roomSerializer = ({ key }: LiveRoom): DOMSerializer => {
  const plain = DOMSerializer.fromSchema(schema)
  const serializer = new DOMSerializer(plain.nodes, plain.marks)
  serializer.serializeFragment = (fragment, options, target) => {
    const made = plain.serializeFragment(fragment, options, target)
    if (made.firstChild instanceof HTMLElement) made.firstChild.setAttribute(attribute, key)
    return made
  }
  return serializer
}

/** The other rooms from which something comes that is put into a room; none for what comes from outside or from the room itself. */
export const fromRoomsOf = (html: string | undefined, text: string | undefined, into: LiveRoom): readonly string[] => {
  const named = html === undefined ? [] : [...html.matchAll(/data-mreza-room="([^"]+)"/g)].flatMap(([, room]) => room ?? [])
  const known = text === undefined ? [] : roomsOfRemembered(text)
  return [...new Set([...named, ...known])].filter((room) => room !== into.key)
}
