import { types } from 'pg'

const oid = { int8: 20, int8Array: 1016, date: 1082, dateArray: 1182, timestamp: 1114, timestamptz: 1184, timestamptzArray: 1185 } as const

const asInstant = (text: string): string => new Date(text).toISOString()

const asNumber = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint from the database does not fit a JavaScript number')
  return value
}

/** 1009 is text[]: its parser splits any array. */
const elements = types.getTypeParser(1009 as typeof types.builtins.TEXT) as (text: string) => (string | null)[]
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] =>
    elements(text).map((element) => (element === null ? null : parse(element)))

const asText = (text: string): string => text

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [oid.int8, asNumber],
  [oid.int8Array, arrayOf(asNumber)],
  [oid.date, asText],
  [oid.dateArray, arrayOf(asText)],
  [oid.timestamp, asText],
  [oid.timestamptz, asInstant],
  [oid.timestamptzArray, arrayOf(asInstant)],
])

/**
 * How values come out of PostgreSQL: moments as ISO strings in UTC, civil dates and numerics as the strings they are,
 * bigints as numbers (an error where one would lose digits).
 */
export const typeParsers = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(id)) ?? types.getTypeParser(id, format ?? 'text'),
}
