import { proseOf } from '@mreza/plan-document'
import * as Y from 'yjs'
import { Connection, type Seat } from './connection.ts'
import { letterOf, type Random } from './random.ts'

/** An edit that was sent: when, and how far it brought its author's clock. */
export interface Edit {
  readonly at: number
  readonly end: number
}

const place = 'area-family'
/** The prose that everybody writes, in the form of the plan; the other servers do not care. */
export const proseIn = (doc: Y.Doc): Y.XmlFragment => proseOf(doc, place)

/** A document with one paragraph for each of so many people. */
export const writeParagraphs = (doc: Y.Doc, count: number): void => {
  const paragraphs = Array.from({ length: count }, (_, at) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(`Ovde piše učesnik broj ${at + 1}: `)])
    return paragraph
  })
  proseIn(doc).insert(0, paragraphs)
}

/**
 * Somebody who types in a paragraph of their own. They have a real document, so what they send is what Yjs sends; what others
 * write is kept as it comes and brought into the document at the end.
 */
export class Typist {
  readonly connection: Connection
  readonly doc = new Y.Doc()
  readonly edits: Edit[] = []
  readonly #paragraph: number
  #read = 0

  private constructor(connection: Connection, paragraph: number) {
    this.connection = connection
    this.#paragraph = paragraph
    this.doc.clientID = connection.seat.clientId
    this.readAll()
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line') this.edits.push({ at: connection.send(update), end: Y.getState(this.doc.store, this.doc.clientID) })
    })
  }

  static async join(seat: Seat, paragraph: number): Promise<Typist> {
    return new Typist(await Connection.join(seat), paragraph)
  }

  get clientId(): number {
    return this.doc.clientID
  }

  /** Brings what came over the line into the document. */
  readAll(): void {
    const { arrivals, seat } = this.connection
    for (; this.#read < arrivals.length; this.#read += 1) {
      const heard = seat.wire.hear(arrivals[this.#read]?.frame ?? new Uint8Array())
      if (heard.kind === 'refused') throw new Error(`an edit was refused: ${heard.why}`)
      if (heard.kind === 'step2' || heard.kind === 'update') Y.applyUpdate(this.doc, heard.update, 'line')
    }
  }

  /** Is the paragraph to write in here? */
  get ready(): boolean {
    return proseIn(this.doc).length > this.#paragraph
  }

  /** One key: mostly a letter at the end, at times a letter put right, at times one in the middle. */
  press(random: Random): void {
    const text = (proseIn(this.doc).get(this.#paragraph) as Y.XmlElement).get(0) as Y.XmlText
    const [kind, letter] = [random(), letterOf(random)]
    if (kind < 0.85) text.insert(text.length, letter)
    else if (kind < 0.95)
      this.doc.transact(() => {
        text.delete(text.length - 1, 1)
        text.insert(text.length, letter)
      })
    else text.insert(Math.floor(random() * text.length), letter)
  }
}
