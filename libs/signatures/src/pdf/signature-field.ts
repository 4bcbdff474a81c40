import type { PdfDocument } from './document.ts'
import { isArray, nameOf, type PdfDictionary, PdfFault, type PdfObject, PdfRef, type PdfValue } from './values.ts'

/** A signature as an update brings it. */
export interface FoundSignature {
  readonly dictionary: PdfDictionary
  /** The number of the object that holds it. */
  readonly number: number
}

/** What a signature field and its place on a page may say. Nothing that acts (`A`, `AA`) is among it. */
const fieldKeys = new Set(
  'Type Subtype FT T TU TM V F Ff P Rect AP AS MK Lock SV DA DR Q Parent Kids BS Border H StructParent M NM Contents C'.split(' '),
)
/** @throws PdfFault when a field is anything but a signature field, or would do something */
export function checkField(document: PdfDocument, value: PdfValue): void {
  const field = document.dictionary(value)
  checkKeys(field)
  if (nameOf(field.get('FT')) !== 'Sig') throw new PdfFault('a field that is no signature')
  for (const kid of document.array(field.get('Kids'))) {
    const widget = document.dictionary(kid)
    if (!(kid instanceof PdfRef)) throw new PdfFault('a place that is no object')
    if (widget.has('FT') || widget.has('Kids') || widget.has('V')) throw new PdfFault('a field within a field')
    checkKeys(widget)
  }
}

/** The same for what stands on a page: a field of its own, or the kid of one. */
export function checkWidget(document: PdfDocument, value: PdfValue): void {
  const widget = document.dictionary(value)
  checkKeys(widget)
  const field = widget.has('FT') ? widget : document.dictionary(widget.get('Parent'))
  if (nameOf(widget.get('Subtype')) !== 'Widget' || nameOf(field.get('FT')) !== 'Sig') throw new PdfFault('something else on a page')
}

function checkKeys(field: PdfDictionary): void {
  for (const key of field.keys()) if (!fieldKeys.has(key)) throw new PdfFault(`a field with ${key}`)
  const subtype = nameOf(field.get('Subtype'))
  if (subtype !== null && subtype !== 'Widget') throw new PdfFault('something else on a page')
}

/** The area of a rectangle in square points; a rectangle that is none covers everything. */
export function areaOf(rectangle: readonly PdfValue[]): number {
  const [left, bottom, right, top] = rectangle
  if (![left, bottom, right, top].every((side) => typeof side === 'number') || rectangle.length !== 4) return Number.POSITIVE_INFINITY
  return Math.abs((Number(right) - Number(left)) * (Number(top) - Number(bottom)))
}

/** The signature that a field carries, if the update brings it. */
export function signatureOf(document: PdfDocument, said: ReadonlyMap<number, PdfObject>, field: PdfValue): FoundSignature | null {
  const value = document.dictionary(field).get('V')
  if (value === undefined || value === null) return null
  if (!(value instanceof PdfRef)) throw new PdfFault('a signature that is no object')
  const object = said.get(value.number)
  if (object === undefined || object.stream !== null || object.at === null) throw new PdfFault('a signature from elsewhere')
  return { dictionary: document.dictionary(value), number: value.number }
}

/** Whether an array begins with all values of an earlier one; what was added, or null when it does not. */
export function added(before: readonly PdfValue[], after: readonly PdfValue[]): readonly PdfValue[] | null {
  const kept = before.every((value, index) => {
    const now = after[index]
    return value instanceof PdfRef && now instanceof PdfRef && value.number === now.number && value.generation === now.generation
  })
  return kept && isArray(after) ? after.slice(before.length) : null
}
