/** The later places of values that stand more than once. */
export const repeated = (values: readonly string[]): readonly { index: number; value: string }[] => {
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [{ index, value }]
    seen.add(value)
    return []
  })
}
