import { describeError, type Log } from './log.ts'

/** Errors whose message is a sentence for the operator and quotes nothing. */
const spoken = new Set(['ConfigError', 'DatabaseUnusable'])

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '')

/** Says why the process could not start, as a sentence where there is one, and ends it with 1. */
export const failToStart = (log: Log, error: unknown): never => {
  if (error instanceof Error && spoken.has(error.name)) log.error(error.message)
  else if (error instanceof Error && codeOf(error) === 'EADDRINUSE') log.error('EADDRINUSE: the port is taken by another program')
  else log.error('could not start', describeError(error))
  process.exit(1)
}
