/** Wakes one sleeper: rung while nobody sleeps, the next sleep ends at once, so that no ring is lost. */
export interface Doorbell {
  ring(): void
  /** Resolves at the next ring, after `ms` milliseconds, or when `until` aborts. */
  sleep(ms: number, until: AbortSignal): Promise<void>
}

/** Makes a doorbell. */
export const makeDoorbell = (): Doorbell => {
  let rung = false
  let wake = (): void => undefined
  const ring = () => {
    rung = true
    wake()
  }
  const sleep = (ms: number, until: AbortSignal) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => wake(), ms)
      wake = () => {
        clearTimeout(timer)
        until.removeEventListener('abort', wake)
        wake = () => undefined
        rung = false
        resolve()
      }
      until.addEventListener('abort', wake)
      if (rung || until.aborted) wake()
    })
  return { ring, sleep }
}
