const nameOf = (block: string) => block.split(' ')[2] ?? ''
const samplesOf = (block: string) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))

/** One text out of the figures of several services, as Prometheus wants it: each figure explained once, with the samples of all. */
export const mergeMetrics = (texts: readonly string[]): string => {
  const blocks = texts.flatMap((text) => text.split(/\n(?=# HELP )/)).filter((block) => block.startsWith('# HELP '))
  const merged = Map.groupBy(blocks, nameOf)
  return [...merged.values()]
    .map((same) => [...(same[0]?.split('\n').filter((line) => line.startsWith('#')) ?? []), ...same.flatMap(samplesOf)].join('\n'))
    .join('\n')
    .concat('\n')
}
