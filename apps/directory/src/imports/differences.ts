import { isDeepStrictEqual } from 'node:util'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A row that is not in the store yet, or is there otherwise. */
export interface Difference<Row> {
  readonly row: Row
  /** As it is kept; absent when it is new. */
  readonly before?: Row
}

/** Which of the wanted rows differ from those that are kept (DI3). `keyOf` says which row is which. Pure. */
export const differencesBetween = <Row>(kept: readonly Row[], wanted: readonly Row[], keyOf: (row: Row) => string): Difference<Row>[] => {
  const byKey = new Map(kept.map((row) => [keyOf(row), row]))
  return wanted.flatMap((row) => {
    const before = byKey.get(keyOf(row))
    if (before === undefined) return [{ row }]
    return isDeepStrictEqual(plain(before), plain(row)) ? [] : [{ row, before }]
  })
}
