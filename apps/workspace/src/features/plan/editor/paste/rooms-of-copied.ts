import { DOMSerializer } from '@tiptap/pm/model'
import type { LiveRoom } from '../../live/live-room.ts'
import { schema } from '../schema.ts'

const attribute = 'data-mreza-room'

/** What was copied last on this page, and from which rooms; also where nobody has made the text an editor. */
let copied: { readonly rooms: readonly string[]; readonly words: string } | null = null

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Remembers what is being copied from texts of the plan; forgets it when it comes from elsewhere on the page. */
export const rememberCopied = (rooms: readonly string[], words: string): void => {
  copied = rooms.length === 0 ? null : { rooms, words: squeezed(words) }
}

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
  const known = copied !== null && text !== undefined && squeezed(text) === copied.words ? copied.rooms : []
  return [...new Set([...named, ...known])].filter((room) => room !== into.key)
}
