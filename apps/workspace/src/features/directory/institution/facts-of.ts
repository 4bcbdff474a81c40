/** One fact by its dotted name. */
export interface NamedFact {
  readonly name: string
  readonly value: string
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Facts of the source that have no column of their own, one line each: `founded.year`, `seat`. What is `null` is left out. */
export const factsOf = (facts: Readonly<Record<string, unknown>>, within = ''): readonly NamedFact[] =>
  Object.entries(facts).flatMap(([key, value]): readonly NamedFact[] => {
    const name = `${within}${key}`
    if (value === null || value === undefined) return []
    if (isRecord(value)) return factsOf(value, `${name}.`)
    return [{ name, value: Array.isArray(value) ? value.join(', ') : String(value) }]
  })
