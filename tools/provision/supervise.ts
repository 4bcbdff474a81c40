import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.ts'
import type { ServerProcess } from './server-process.ts'

const limit = { restarts: 5, withinSeconds: 60 }

/** A server that is started again when it ends without being asked to. */
export interface Supervised {
  stop(): Promise<void>
}

/**
 * Keeps a server running: one that was killed is started again on the same data. One that ends over and over is given up with a
 * sentence, and `onGivenUp` is called.
 */
export function supervise(
  name: string,
  first: ServerProcess,
  again: () => Promise<ServerProcess>,
  onGivenUp: () => void = () => {},
): Supervised {
  let current = first
  let stopping = false
  const ends: number[] = []
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await current.ended
      if (stopping) return
      ends.push(performance.now())
      if (recent(ends) > limit.restarts) return giveUp()
      say.line(name, `ended unexpectedly (${howItEnded(current)}) and is started again …`)
      await sleep(300)
      current = await again().catch((error: unknown) => failed(error))
    }
  }
  const giveUp = () => {
    say.line(name, `ended ${limit.restarts} times within a minute and is given up; its log is in the data folder`)
    onGivenUp()
  }
  const failed = (error: unknown): ServerProcess => {
    say.line(name, error instanceof Error ? error.message : String(error))
    return current
  }
  void watch()
  return {
    stop: async () => {
      stopping = true
      await current.stop()
    },
  }
}

const recent = (ends: readonly number[]) => ends.filter((at) => at > performance.now() - limit.withinSeconds * 1000).length

const howItEnded = ({ child }: ServerProcess) => child.signalCode ?? `code ${child.exitCode}`
