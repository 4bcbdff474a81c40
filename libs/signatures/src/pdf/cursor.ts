import { PdfFault } from './values.ts'

const white = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)))

const longestNote = 200

/** A place in a file that moves forward. All reading of PDF goes through it, so that nothing is read past the end. */
export class Cursor {
  readonly bytes: Uint8Array
  readonly end: number
  at: number

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  /** The byte here, or -1 at the end. */
  get here(): number {
    return this.at < this.end ? (this.bytes[this.at] ?? -1) : -1
  }

  skipWhite(): void {
    while (white.has(this.here)) this.at += 1
  }

  /** White space and lines of notes, as programs leave their names; nothing that a reader could take for a part of the file. */
  skipNotes(): void {
    for (this.skipWhite(); this.here === 0x25; this.skipWhite()) {
      const line = Buffer.from(this.bytes.subarray(this.at, Math.min(this.end, this.at + longestNote))).toString('latin1')
      const note = /^%(?!%EOF)[ -~]*(?=[\r\n])/u.exec(line)?.[0]
      if (note === undefined || /obj|stream|xref|trailer|%%/u.test(note)) return
      this.at += note.length
    }
  }

  startsWith(word: string): boolean {
    if (this.at + word.length > this.end) return false
    for (let n = 0; n < word.length; n += 1) if (this.bytes[this.at + n] !== word.charCodeAt(n)) return false
    return true
  }

  /** Goes past the word, or stays and says no. */
  take(word: string): boolean {
    if (!this.startsWith(word)) return false
    this.at += word.length
    return true
  }

  /** @throws PdfFault when the word is not here */
  expect(word: string): void {
    if (!this.take(word)) throw new PdfFault(`expected ${word} at ${this.at}`)
  }

  /** All up to the next white space or delimiter. */
  regular(): string {
    const from = this.at
    while (this.here >= 0 && !white.has(this.here) && !delimiters.has(this.here)) this.at += 1
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, this.at - from).toString('latin1')
  }

  /** A whole number without a sign. @throws PdfFault */
  whole(): number {
    const digits = this.regular()
    if (!/^\d{1,10}$/u.test(digits)) throw new PdfFault(`expected a number at ${this.at}`)
    return Number(digits)
  }

  endOfLine(): void {
    if (this.here === 13) this.at += 1
    if (this.here === 10) this.at += 1
  }
}
