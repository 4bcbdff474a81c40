import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Loaded into a process that is under trial (`node --import`): measures how long its event loop is held up, and tells it and
 * the memory in use whenever the parent asks.
 */
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

/** What the process under trial tells of itself; milliseconds and bytes. */
export interface ProbeFigures {
  readonly delayP999: number
  readonly delayMax: number
  readonly rss: number
}

process.on('message', () => {
  const figures: ProbeFigures = { delayP999: delay.percentile(99.9) / 1e6, delayMax: delay.max / 1e6, rss: process.memoryUsage.rss() }
  process.send?.(figures)
  delay.reset()
})
