import { describeError, type Log } from './log.ts'

/** The longest a process takes to stop before it ends anyway. */
const stopLimitMs = 20_000

/**
 * Ends the process well: on SIGTERM or SIGINT `stop` runs once and the process exits 0; an exception that nobody caught is
 * logged without its content and the process exits 1, for its state is unknown. A second signal ends it at once.
 */
export const stopOnSignal = (log: Log, stop: () => Promise<void>): void => {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(130)
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
  const onFault = (error: unknown) => {
    log.error('uncaught exception', describeError(error))
    process.exit(1)
  }
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)
}
