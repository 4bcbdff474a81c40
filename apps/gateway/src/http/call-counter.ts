/** Counts calls by key in windows of a minute. The memory is bounded by forgetting everything when a window ends. */
export interface CallCounter {
  /** Counts one call; false when it is one too many. */
  count(key: string): boolean
}

const windowMs = 60_000
const mostKeys = 100_000

/** A counter that lets `most` calls a minute through for each key. It counts what this process sees. */
export const openCallCounter = (most: number, now: () => Date): CallCounter => {
  let counts = new Map<string, number>()
  let window = 0
  return {
    count: (key) => {
      const current = Math.floor(now().getTime() / windowMs)
      if (current !== window || counts.size > mostKeys) {
        counts = new Map()
        window = current
      }
      const calls = (counts.get(key) ?? 0) + 1
      counts.set(key, calls)
      return calls <= most
    },
  }
}
