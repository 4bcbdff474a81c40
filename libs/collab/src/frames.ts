import { frameTypes } from '@mreza/contracts-kernel'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

const syncTypes = { step1: 0, step2: 1, update: 2 } as const

/** A frame as a client may send it; anything else is malformed. */
export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly coversAll: boolean }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }

const readSync = (decoder: decoding.Decoder): ClientFrame | null => {
  const type = decoding.readVarUint(decoder)
  const body = decoding.readVarUint8Array(decoder)
  if (type === syncTypes.step1) return { kind: 'step1', stateVector: body }
  if (type === syncTypes.step2 || type === syncTypes.update) return { kind: 'update', update: body, coversAll: type === syncTypes.step2 }
  return null
}

const readTyped = (decoder: decoding.Decoder): ClientFrame | null => {
  const type = decoding.readVarUint(decoder)
  if (type === frameTypes.sync) return readSync(decoder)
  if (type === frameTypes.awareness) return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
  return type === frameTypes.queryAwareness ? { kind: 'query-awareness' } : null
}

/** Reads a client's frame without touching any document; null when it is malformed, or longer than it says. */
export const readClientFrame = (bytes: Uint8Array): ClientFrame | null => {
  const decoder = decoding.createDecoder(bytes)
  try {
    const frame = readTyped(decoder)
    return decoding.hasContent(decoder) ? null : frame
  } catch {
    return null
  }
}

const encode = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)

const syncFrame = (type: number, body: Uint8Array) =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, frameTypes.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, body)
  })

/** Asks a client for what it has and this state vector has not. */
export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(syncTypes.step1, stateVector)
/** Answers a client's step 1. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncTypes.step2, update)
/** Carries an update that is on disk. */
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncTypes.update, update)

/** Tells an author that their first `frames` update frames are on disk, the last at `seq` of the log. */
export const persistedFrame = (seq: number, frames: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, frameTypes.persisted)
    encoding.writeVarUint(encoder, seq)
    encoding.writeVarUint(encoder, frames)
  })

/** Tells an author that the update frame with this number (from 1) was not taken. */
export const refusedFrame = (code: string, frame: number): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, frameTypes.refused)
    encoding.writeVarString(encoder, code)
    encoding.writeVarUint(encoder, frame)
  })
