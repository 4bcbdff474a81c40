import { type PdfDocument, type PdfPage, pagesOf } from './document.ts'
import type { Revision } from './revisions.ts'
import { added, areaOf, checkField, checkWidget, type FoundSignature, signatureOf } from './signature-field.ts'
import {
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfFault,
  type PdfObject,
  PdfRef,
  type PdfValue,
  sameDictionary,
  sameValue,
} from './values.ts'

/** What signing may say anew in the catalogue. None of it changes what a reader sees of the document. */
const catalogueKeys = new Set(['AcroForm', 'DSS', 'Extensions', 'Perms', 'Metadata'])
const formKeys = new Set(['Fields', 'SigFlags', 'DR', 'DA', 'NeedAppearances', 'Q'])
const securityKeys = new Set(['Type', 'VRI', 'Certs', 'OCSPs', 'CRLs', 'TU', 'TS', 'Cert', 'OCSP', 'CRL'])

/** A signature may be seen, but not cover what it signs: what an update draws has at most this share of the smallest page. */
const largestShare = 0.25

/** What an update does: the signatures that it brings. Evidence about certificates may come with it. */
export interface Change {
  readonly signatures: readonly FoundSignature[]
}

/** A closer look at one update, with what the document was when it was issued. */
class Comparison {
  readonly #base: PdfDocument
  readonly #revision: Revision
  readonly #pages: readonly PdfPage[]
  readonly #smallestPage: number
  /** Numbers that were changed and found in order. */
  readonly #settled = new Set<number>()

  constructor(base: PdfDocument, revision: Revision, pages: readonly PdfPage[]) {
    this.#base = base
    this.#revision = revision
    this.#pages = pages
    this.#smallestPage = pages.reduce((least, { mediaBox }) => Math.min(least, areaOf(mediaBox)), Number.MAX_VALUE)
  }

  /** @throws PdfFault when the update does anything but sign or add evidence */
  run(): Change {
    this.#trailer()
    this.#catalogue()
    for (const { number } of this.#pages) this.#page(number)
    const signatures = this.#form()
    this.#drawn()
    this.#security()
    this.#aside()
    for (const [number, object] of this.#revision.said) if (!this.#settled.has(number)) this.#unexpected(number, object)
    return { signatures }
  }

  get #before(): PdfDocument {
    return this.#revision.before
  }

  get #after(): PdfDocument {
    return this.#revision.after
  }

  #trailer(): void {
    if (!sameValue(this.#before.trailer.get('Root'), this.#after.trailer.get('Root'))) throw new PdfFault('another catalogue')
  }

  #catalogue(): void {
    if (!sameDictionary(this.#before.root, this.#after.root, catalogueKeys)) throw new PdfFault('the catalogue says something else')
    this.#settle(this.#before.trailer.get('Root'), this.#after.trailer.get('Root'))
    const permissions = this.#after.resolve(this.#after.root.get('Perms'))
    if (isDictionary(permissions) && [...permissions.keys()].some((key) => key !== 'DocMDP')) throw new PdfFault('unusual permissions')
  }

  #page(number: number): void {
    const [before, after] = [this.#before.object(number)?.value, this.#after.object(number)?.value]
    if (!isDictionary(before) || !isDictionary(after) || !sameDictionary(before, after, new Set(['Annots'])))
      throw new PdfFault('a page was changed')
    this.#settled.add(number)
    const new_ = added(this.#before.array(before.get('Annots')), this.#after.array(after.get('Annots')))
    if (new_ === null) throw new PdfFault('what stands on a page was changed')
    for (const value of new_) {
      this.#mustBeNew(value)
      checkWidget(this.#after, value)
    }
    this.#settle(before.get('Annots'), after.get('Annots'))
  }

  #form(): FoundSignature[] {
    const [old, now] = [this.#formOf(this.#before), this.#formOf(this.#after)]
    for (const key of now.keys()) if (!formKeys.has(key)) throw new PdfFault(`a form with ${key}`)
    if (this.#after.resolve(now.get('NeedAppearances')) === true) throw new PdfFault('a form that is drawn anew')
    const oldFields = this.#before.array(old.get('Fields'))
    const newFields = added(oldFields, this.#after.array(now.get('Fields')))
    if (newFields === null) throw new PdfFault('fields were taken away')
    this.#settle(this.#before.root.get('AcroForm'), this.#after.root.get('AcroForm'))
    this.#settle(old.get('Fields'), now.get('Fields'))
    for (const field of newFields) this.#mustBeNew(field)
    const touched = [...newFields, ...oldFields.filter((field) => this.#fills(field))]
    return touched.flatMap((field) => {
      checkField(this.#after, field)
      return signatureOf(this.#after, this.#revision.said, field) ?? []
    })
  }

  #formOf(document: PdfDocument): PdfDictionary {
    const form = document.resolve(document.root.get('AcroForm'))
    if (form !== null && !isDictionary(form)) throw new PdfFault('no form')
    return form ?? new Map()
  }

  /** Whether the update fills a field that stood empty; its number and place stay. */
  #fills(field: PdfValue): boolean {
    if (!(field instanceof PdfRef) || !this.#revision.said.has(field.number)) return false
    const [before, after] = [this.#before.dictionary(field), this.#after.dictionary(field)]
    const filled = new Set(['V', 'AP', 'M', 'MK', 'F', 'Lock'])
    if (before.has('V') || !sameDictionary(before, after, filled)) throw new PdfFault('a field was changed')
    this.#settled.add(field.number)
    return true
  }

  /** What the update draws on pages, all of it together. */
  #drawn(): void {
    const areas = [...this.#revision.said.values()].map(({ value }) =>
      isDictionary(value) && value.has('Rect') ? areaOf(this.#after.array(value.get('Rect'))) : 0,
    )
    if (areas.reduce((sum, area) => sum + area, 0) > this.#smallestPage * largestShare)
      throw new PdfFault('a signature that covers the page')
  }

  /** The evidence about certificates: dictionaries and arrays that lead to streams which no page knows. */
  #security(): void {
    const walk = (value: PdfValue | undefined, depth: number): void => {
      if (depth > 6) throw new PdfFault('unusual evidence')
      if (value instanceof PdfRef && this.#isIssued(value.number)) throw new PdfFault('evidence that is something else')
      if (value instanceof PdfRef) this.#settled.add(value.number)
      const found = this.#after.resolve(value)
      const stream = value instanceof PdfRef && this.#after.object(value.number)?.stream !== null
      if (isArray(found)) for (const one of found) walk(one, depth + 1)
      else if (isDictionary(found) && !stream)
        for (const [key, one] of found) if (securityKeys.has(key) || /^[0-9A-F]{40}$/iu.test(key)) walk(one, depth + 1)
    }
    const kept = new Set(this.#settled)
    walk(this.#after.root.get('DSS'), 0)
    for (const number of this.#settled)
      if (!kept.has(number) && this.#isSignature(this.#before.object(number))) throw new PdfFault('a signature was changed')
  }

  #isSignature(object: PdfObject | null): boolean {
    return (
      object !== null &&
      isDictionary(object.value) &&
      (object.value.has('ByteRange') || object.value.has('FT') || object.value.has('Subtype'))
    )
  }

  /** What the file says about itself and no reader shows on a page. */
  #aside(): void {
    const places = [
      [this.#base.trailer, this.#after.trailer, 'Info'],
      [this.#base.root, this.#after.root, 'Metadata'],
    ] as const
    for (const [issued, now, key] of places) {
      const value = now.get(key)
      if (!(value instanceof PdfRef)) continue
      const own = !this.#isIssued(value.number) || sameValue(issued.get(key), value)
      if (own && (key === 'Info' || this.#onlyMetadata(value.number))) this.#settled.add(value.number)
    }
  }

  #onlyMetadata(number: number): boolean {
    return [this.#before, this.#after].every((document) => {
      const value = document.object(number)?.value
      return value === undefined || (isDictionary(value) && nameOf(value.get('Type')) === 'Metadata')
    })
  }

  /** What was looked at in this place may be changed; a place may not come to lead to something that stood in the document. */
  #settle(before: PdfValue | undefined, after: PdfValue | undefined): void {
    if (!(after instanceof PdfRef)) return
    if (this.#isIssued(after.number) && !sameValue(before, after)) throw new PdfFault('a place that leads to something else')
    this.#settled.add(after.number)
  }

  /** Whether a number belongs to the document as it was issued. */
  #isIssued(number: number): boolean {
    const size = this.#base.trailer.get('Size')
    return typeof size !== 'number' || number < size
  }

  #mustBeNew(value: PdfValue): void {
    const mine = value instanceof PdfRef && !this.#isIssued(value.number)
    if (!mine) throw new PdfFault('a field made of something that stood there')
  }

  #unexpected(number: number, object: PdfObject): void {
    const before = this.#before.object(number)
    const unchanged = object.stream === null && before?.stream === null && sameValue(object.value, before.value)
    const fresh = before === null && !this.#isIssued(number)
    if (!unchanged && !fresh) throw new PdfFault(`object ${number} was changed`)
  }
}

/**
 * What an update to an issued document does.
 * @throws PdfFault when it does anything but sign it or add evidence about certificates
 */
export const changeOf = (base: PdfDocument, revision: Revision, pages: readonly PdfPage[] = pagesOf(base)): Change =>
  new Comparison(base, revision, pages).run()
