import { inflateSync } from 'node:zlib'
import { isArray, isDictionary, nameOf, type PdfDictionary, PdfFault, type PdfValue } from './values.ts'

/** What a cross-reference or object stream may unpack to; a thousand objects are about a tenth of it. */
const mostUnpacked = 16 * 1024 * 1024

/** Unpacks a stream of structure (cross-references, objects): plain or Flate, with or without a predictor. @throws PdfFault */
export function unpack(dictionary: PdfDictionary, packed: Uint8Array): Uint8Array {
  const filters = dictionary.get('Filter')
  const filter = isArray(filters) ? filters[0] : filters
  if (isArray(filters) && filters.length > 1) throw new PdfFault('a stream of structure is packed twice')
  if (filter === undefined || filter === null) return packed
  if (nameOf(filter) !== 'FlateDecode') throw new PdfFault('a stream of structure is packed in an unusual way')
  const parameters = dictionary.get('DecodeParms')
  return unpredict(inflated(packed), isArray(parameters) ? parameters[0] : parameters)
}

function inflated(packed: Uint8Array): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: mostUnpacked })
  } catch {
    throw new PdfFault('a stream cannot be unpacked')
  }
}

const whole = (value: PdfValue | undefined, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

/** Undoes the PNG predictors, for rows of one byte a sample. */
function unpredict(bytes: Uint8Array, parameters: PdfValue | undefined): Uint8Array {
  if (!isDictionary(parameters) || whole(parameters.get('Predictor'), 1) === 1) return bytes
  const columns = whole(parameters.get('Columns'), 1)
  const plain = whole(parameters.get('Colors'), 1) === 1 && whole(parameters.get('BitsPerComponent'), 8) === 8
  if (whole(parameters.get('Predictor'), 1) < 10 || !plain || columns < 1 || bytes.length % (columns + 1) !== 0)
    throw new PdfFault('an unusual predictor')
  const rows = bytes.length / (columns + 1)
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const left = column > 0 ? (out[row * columns + column - 1] ?? 0) : 0
      const up = row > 0 ? (out[(row - 1) * columns + column] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (out[(row - 1) * columns + column - 1] ?? 0) : 0
      out[row * columns + column] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + predicted(kind, left, up, corner)
    }
  }
  return out
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) throw new PdfFault('an unknown predictor')
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
