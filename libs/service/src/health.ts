/** The state of the parts that a service needs, such as `database`, `broker`, `migrations`. */
export interface HealthReport {
  /** True when the service can do its work; a broker that is away does not make it false, for events wait in the outbox. */
  readonly ready: boolean
  readonly parts: Readonly<Record<string, 'up' | 'down'>>
}

/** A question whether one part is there; rejecting means no. */
export type PartCheck = () => Promise<unknown> | 'up' | 'down'

const limitMs = 2_000

const timeout = () => new Promise<never>((_, reject) => setTimeout(reject, limitMs, new Error('health check timed out')).unref())

const ask = async (check: PartCheck): Promise<'up' | 'down'> => {
  try {
    return (await Promise.race([check(), timeout()])) === 'down' ? 'down' : 'up'
  } catch {
    return 'down'
  }
}

/**
 * Asks all parts at once, at most two seconds each.
 * @param needed parts without which the service cannot answer
 * @param useful parts whose absence only delays something
 */
export const checkHealth = async (needed: Record<string, PartCheck>, useful: Record<string, PartCheck> = {}): Promise<HealthReport> => {
  const entries = await Promise.all(
    Object.entries({ ...needed, ...useful }).map(async ([part, check]) => [part, await ask(check)] as const),
  )
  const parts = Object.fromEntries(entries)
  return { ready: Object.keys(needed).every((part) => parts[part] === 'up'), parts }
}
