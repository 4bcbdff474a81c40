import { frameTypes } from '@mreza/contracts-kernel'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What everyone may see of one connection; `state` null says that it left. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  readonly state: Readonly<Record<string, unknown>> | null
}

const largestCursor = 2_048

/** An awareness frame with these entries. */
export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameTypes.awareness)
    const body = encoding.encode((inner) => {
      encoding.writeVarUint(inner, entries.length)
      for (const { clientId, clock, state } of entries) {
        encoding.writeVarUint(inner, clientId)
        encoding.writeVarUint(inner, clock)
        encoding.writeVarString(inner, JSON.stringify(state))
      }
    })
    encoding.writeVarUint8Array(encoder, body)
  })

const cursorIn = (json: string): unknown => {
  const state: unknown = JSON.parse(json)
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return null
  return JSON.stringify(state.cursor).length <= largestCursor ? state.cursor : null
}

/**
 * The cursor in a client's awareness update: the only thing that is taken from it (rule D16). `undefined` when the update
 * says nothing of this client, which is no fault: y-websocket's provider repeats what it heard of others.
 * @throws when the bytes are malformed
 */
export const readCursor = (update: Uint8Array, clientId: number): unknown => {
  const decoder = decoding.createDecoder(update)
  let cursor: unknown
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const named = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const json = decoding.readVarString(decoder)
    if (named === clientId) cursor = cursorIn(json)
  }
  return cursor
}
