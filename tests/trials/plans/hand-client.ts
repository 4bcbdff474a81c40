import { frameTypes } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { openLine, type RawLine, type Request } from './raw-line.ts'
import { readerOf, stepOne, stepTwoMessage, updateMessage } from './wire.ts'

const remote = Symbol('from the server')

/** An honest client by hand: a real document, and a line on which it does what y-websocket's provider does. */
export class HandClient {
  readonly doc = new Y.Doc()
  readonly refused: string[] = []
  /** Update frames sent on this line, and how many of them are on disk. */
  sent = 0
  persisted = 0
  line: RawLine | null = null
  readonly #address: string
  readonly #request: Request
  #synced = Promise.withResolvers<void>()
  #saved = Promise.withResolvers<void>()

  constructor(address: string, clientId: number, request: Request) {
    this.#address = address
    this.#request = request
    this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== remote && this.line !== null) this.#send(updateMessage(update))
    })
  }

  get unsaved(): number {
    return this.sent - this.persisted
  }

  /** Waits until everything that was typed is on disk. Rejects when the server ends the line before that. */
  async saved(): Promise<void> {
    const ended = this.line?.closed.then((code) => {
      if (this.unsaved > 0) throw new Error(`closed with ${code} before all was saved`)
    })
    // Who leaves later without waiting is asked nothing.
    ended?.catch(() => undefined)
    while (this.unsaved > 0) await Promise.race([this.#saved.promise, ended])
  }

  /** Opens a line; resolves when the document is here. What was typed without one travels with the first exchange. */
  async join(): Promise<void> {
    this.#synced = Promise.withResolvers()
    const line = await openLine(this.#address, this.#request)
    if (line.status !== 101) throw new Error(`refused with ${line.status}`)
    this.sent = 0
    this.persisted = 0
    this.line = line
    line.hear((message) => this.#take(message))
    for (const message of line.messages) this.#take(message)
    line.send(stepOne)
    await Promise.race([
      this.#synced.promise,
      line.closed.then((code) => {
        throw new Error(`closed with ${code}`)
      }),
    ])
  }

  leave(): void {
    this.line?.end()
    this.line = null
  }

  #send(message: Uint8Array): void {
    this.sent += 1
    this.line?.send(message)
  }

  #take(message: Uint8Array): void {
    const read = readerOf(message)
    const type = read.uint()
    if (type === frameTypes.sync) this.#takeSync(read.uint(), read.bytes())
    if (type === frameTypes.persisted) {
      read.uint()
      this.persisted = read.uint()
      this.#saved.resolve()
      this.#saved = Promise.withResolvers()
    }
    if (type === frameTypes.refused) this.refused.push(read.text())
  }

  #takeSync(type: number, body: Uint8Array): void {
    if (type === 0) this.#send(stepTwoMessage(Y.encodeStateAsUpdate(this.doc, body)))
    else Y.applyUpdate(this.doc, body, remote)
    if (type === 1) this.#synced.resolve()
  }
}
