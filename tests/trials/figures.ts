/** Prints what a trial measured, on one line. Figures are for people to read: no trial fails on one that a busy machine makes worse. */
export const tellFigures = (trial: string, figures: Readonly<Record<string, string | number>>): void => {
  const said = Object.entries(figures).map(([name, value]) => `${name} ${typeof value === 'number' ? value.toLocaleString('en') : value}`)
  process.stdout.write(`${trial}: ${said.join(' · ')}\n`)
}

/** The value below which so many of a hundred lie; NaN of nothing. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}
