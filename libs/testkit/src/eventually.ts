import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `check` until it no longer throws, and gives its answer; after `within` milliseconds (20 seconds unless told)
 * its last error is the test's. For what happens by itself, such as an event arriving; never for the absence of something.
 */
export const eventually = async <R>(check: () => R | Promise<R>, within = 20_000): Promise<R> => {
  for (const end = Date.now() + within; ; await sleep(25)) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}
