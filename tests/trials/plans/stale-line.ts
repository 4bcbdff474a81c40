import type { PlanRoom } from '@mreza/contracts-plans'
import { frameTypes } from '@mreza/contracts-plans'
import { appendParagraphs, planDocumentVersion, proseOf, prosePlacesOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { openRaw, updateFrameOf } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import type { Member } from '../../../apps/plans/src/service-for-tests.ts'
import type { WritingRoom } from './writing-room.ts'

/** A line over which somebody spoke before their number went to a newer connection elsewhere. */
export interface StaleLine {
  /** Says a word. The number's next connection knows nothing of it. */
  speak(word: string): void
  /** Another connection takes the number over and says another word under it; resolves when that one is saved. */
  overtake(address: string, word: string): Promise<void>
  /** Was anything said over the line shown as saved? */
  readonly claimsSaved: boolean
  /** Resolves with the name of the close code. */
  readonly closed: Promise<string | number>
}

const stepOne = Uint8Array.of(0, 0, 1, 0)
const nothingNew = Uint8Array.of(0, 1, 2, 0, 0)

const wrote = (doc: Y.Doc, room: PlanRoom, word: string): void => {
  const [place] = prosePlacesOf(room)
  if (place !== undefined) appendParagraphs(proseOf(doc, place), word)
}

/** Joins a room by a bare socket that stays open whatever becomes of the instance. */
export const openStaleLine = async ({ planId, room }: WritingRoom, member: Member, address: string): Promise<StaleLine> => {
  const ticket = await member.calls.issueTicket({ planId, room, schemaVersion: planDocumentVersion })
  const socket = await openRaw(address, ticket)
  socket.send(stepOne)
  socket.send(nothingNew)
  const acknowledgements = () => socket.received.filter((frame) => frame[0] === frameTypes.persisted).length
  await eventually(() => expect(acknowledgements()).toBe(1))
  return {
    speak: (word) => {
      const doc = new Y.Doc()
      doc.clientID = ticket.clientId
      wrote(doc, room, word)
      socket.send(updateFrameOf(Y.encodeStateAsUpdate(doc)))
    },
    overtake: async (at, word) => {
      const newer = new LiveClient(member, planId, room)
      newer.clientId = ticket.clientId
      await eventually(() => newer.join(at))
      wrote(newer.doc, room, word)
      await eventually(() => expect(newer.saved.count.unsaved).toBe(0))
      newer.leave()
    },
    get claimsSaved() {
      return acknowledgements() > 1
    },
    closed: socket.closed,
  }
}
