/** What a client hears, however the server frames it. `taken`: the server answers for that many of our update frames. */
export type Heard =
  | { readonly kind: 'step1' }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'taken'; readonly frames: number }
  | { readonly kind: 'one-taken' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'other' }

/** How one server frames what Yjs has to say. */
export interface Wire {
  /** What a client with an empty document says first. */
  readonly greeting: readonly Uint8Array[]
  /** Does the server ask for what it misses, and answer for having taken it? */
  readonly answersStep2: boolean
  step2(update: Uint8Array): Uint8Array
  update(update: Uint8Array): Uint8Array
  hear(frame: Uint8Array): Heard
}

const types = { sync: 0, authentication: 2, syncStatus: 8, persisted: 100, refused: 101 }
const emptyStateVector = Uint8Array.of(0)

const varUint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >>> 7)])
const bytes = (data: Uint8Array): number[] => [...varUint(data.byteLength), ...data]
const text = (value: string): number[] => bytes(Buffer.from(value))

/** Reads numbers and byte strings one after the other. */
class Reader {
  readonly #data: Uint8Array
  #at = 0
  constructor(data: Uint8Array) {
    this.#data = data
  }

  uint(): number {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = this.#data[this.#at] ?? 0
      this.#at += 1
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  bytes(): Uint8Array {
    const length = this.uint()
    this.#at += length
    return this.#data.subarray(this.#at - length, this.#at)
  }
}

const hearSync = (reader: Reader): Heard => {
  const type = reader.uint()
  if (type === 0) return { kind: 'step1' }
  return { kind: type === 1 ? 'step2' : 'update', update: reader.bytes() }
}

/** y-websocket's frames; ours are the same and two more. The relay answers for what it took as we do. */
export const plainWire = (answersStep2: boolean): Wire => ({
  greeting: [Uint8Array.from([types.sync, 0, ...bytes(emptyStateVector)])],
  answersStep2,
  step2: (update) => Uint8Array.from([types.sync, 1, ...bytes(update)]),
  update: (update) => Uint8Array.from([types.sync, 2, ...bytes(update)]),
  hear: (frame) => {
    const reader = new Reader(frame)
    const type = reader.uint()
    if (type === types.sync) return hearSync(reader)
    if (type === types.refused) return { kind: 'refused', why: Buffer.from(reader.bytes()).toString() }
    if (type !== types.persisted) return { kind: 'other' }
    reader.uint()
    return { kind: 'taken', frames: reader.uint() }
  },
})

/** Hocuspocus' frames: each names its document, and a connection shows a token first. */
export const hocuspocusWire = (document: string): Wire => {
  const framed = (...body: number[]) => Uint8Array.from([...text(document), ...body])
  return {
    greeting: [framed(types.authentication, 0, ...text('token')), framed(types.sync, 0, ...bytes(emptyStateVector))],
    answersStep2: true,
    step2: (update) => framed(types.sync, 1, ...bytes(update)),
    update: (update) => framed(types.sync, 2, ...bytes(update)),
    hear: (frame) => {
      const reader = new Reader(frame)
      reader.bytes()
      const type = reader.uint()
      if (type === types.sync) return hearSync(reader)
      return { kind: type === types.syncStatus ? 'one-taken' : 'other' }
    },
  }
}
