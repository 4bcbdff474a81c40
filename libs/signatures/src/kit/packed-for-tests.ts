import { deflateSync } from 'node:zlib'
import { documentIn, freeNumber, rootOf } from './updates-for-tests.ts'

/** Where an object of a packed update goes: into the object stream, or beside it. */
export interface PackedObjects {
  readonly inside: Readonly<Record<number, string>>
  /** The number of the object stream. */
  readonly holder: number
  /** The number of the cross-references. */
  readonly references: number
}

const row = (kind: number, one: number, other: number): number[] => [kind, (one >> 16) & 0xff, (one >> 8) & 0xff, one & 0xff, other]

/** Rows as most programs pack them: each as the difference to the one above. */
function predicted(rows: readonly number[][]): Buffer {
  const filtered = rows.flatMap((values, index) => [2, ...values.map((value, column) => (value - (rows[index - 1]?.[column] ?? 0)) & 0xff)])
  return deflateSync(Buffer.from(filtered))
}

const stream = (entries: string, bytes: Buffer): string =>
  `<<${entries}/Filter/FlateDecode/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`

function packed(from: number, { inside, holder, references }: PackedObjects, size: number, trailer: string, free: boolean): string {
  const objects = Object.entries(inside)
  const places: string[] = []
  let bodies = ''
  for (const [number, text] of objects) {
    places.push(`${number} ${bodies.length}`)
    bodies += `${text} `
  }
  const head = `${places.join(' ')} `
  const held = deflateSync(Buffer.from(head + bodies, 'latin1'))
  const first = `${holder} 0 obj\n${stream(`/Type/ObjStm/N ${objects.length}/First ${head.length}`, held)}\nendobj\n`
  const at = from + Buffer.byteLength(first, 'latin1')
  const rows = new Map<number, number[]>(objects.map(([number], index) => [Number(number), row(2, holder, index)]))
  rows.set(holder, row(1, from, 0))
  rows.set(references, row(1, at, 0))
  if (free) rows.set(0, row(0, 0, 255))
  const ordered = [...rows].sort(([one], [other]) => one - other)
  const index = ordered.map(([number]) => `${number} 1`).join(' ')
  const entries = `/Type/XRef/Size ${size}/W[1 3 1]/Index[${index}]/DecodeParms<</Predictor 12/Columns 5>>${trailer}`
  return `${first}${references} 0 obj\n${stream(entries, predicted(ordered.map(([, values]) => values)))}\nendobj\nstartxref\n${at}\n%%EOF\n`
}

/** A small PDF whose objects are packed, as newer programs write it. */
export function packedPdf(): Uint8Array {
  const inside = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
    3: '<</Type/Page/Parent 2 0 R>>',
  }
  const head = '%PDF-1.7\n'
  return Buffer.from(head + packed(head.length, { inside, holder: 4, references: 5 }, 6, '/Root 1 0 R', true), 'latin1')
}

/** Adds an update whose objects are packed. */
export function packedUpdate(pdf: Uint8Array, inside: Readonly<Record<number, string>>, numbers: Partial<PackedObjects> = {}): Uint8Array {
  const free = Math.max(freeNumber(pdf), ...Object.keys(inside).map((number) => Number(number) + 1))
  const objects = { inside, holder: free, references: free + 1, ...numbers }
  const trailer = `/Root ${rootOf(pdf)} 0 R/Prev ${documentIn(pdf).sections[0]?.at}`
  return Buffer.concat([pdf, Buffer.from(`\n${packed(pdf.length + 1, objects, free + 2, trailer, false)}`, 'latin1')])
}
