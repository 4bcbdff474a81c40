import { describeError, type Log } from './log.ts'

/** The longest a process takes to stop before it ends anyway. */
const stopLimitMs = 20_000

/**
 * Ends the process well: on SIGTERM or SIGINT `stop` runs once and the process exits 0; an exception that nobody caught is
 * logged without its content and the process exits 1, for its state is unknown. A second Ctrl-C ends it at once. A process
 * that was started by another of ours also stops when that one is gone.
 */
export const stopOnSignal = (log: Log, stop: () => Promise<void>): void => {
  let stopping = false
  const onSignal = (signal?: NodeJS.Signals) => {
    if (stopping && signal === 'SIGINT') process.exit(130)
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), stopLimitMs).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stopping failed', describeError(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  process.on('disconnect', () => onSignal())
  const onFault = (error: unknown) => {
    log.error('uncaught exception', describeError(error))
    process.exit(1)
  }
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)
}
