import * as Y from 'yjs'

const deepest = 16

/** Is this a value that JSON can say? Yjs also carries big integers, bytes and numbers without end, over which a reader of ours would throw. */
const isPlain = (value: unknown, depth = 0): boolean => {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= deepest) return false
  if (Array.isArray(value)) return value.every((inner) => isPlain(inner, depth + 1))
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every((inner) => isPlain(inner, depth + 1))
}

/** Does what an item brings hold plain values alone? Types and words do. */
export const holdsPlainValues = ({ content }: Y.Item): boolean => {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr.every((value: unknown) => isPlain(value))
  if (content instanceof Y.ContentEmbed) return isPlain(content.embed)
  return content instanceof Y.ContentFormat ? isPlain(content.value) : true
}
