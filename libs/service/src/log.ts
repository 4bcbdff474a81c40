import pino, { type DestinationStream } from 'pino'

/** What a log line may carry: ids, codes, counts and times. Never content, names, addresses or secrets (rule D24). */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The log of a service: one JSON object a line on stdout. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
  /** The same log with these fields on every line. */
  child(fields: LogFields): Log
}

/** Field names that never reach a line, whoever passes them. */
const forbidden = /token|secret|password|cookie|authorization|email|name$|key$/i
const longest = 300

const allowed = (fields: LogFields | undefined) =>
  Object.fromEntries(
    Object.entries(fields ?? {})
      .filter(([key]) => !forbidden.test(key))
      .map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, longest) : value]),
  )

const wrap = (inner: pino.Logger): Log => ({
  info: (message, fields) => inner.info(allowed(fields), message),
  warn: (message, fields) => inner.warn(allowed(fields), message),
  error: (message, fields) => inner.error(allowed(fields), message),
  child: (fields) => wrap(inner.child(allowed(fields))),
})

/** Makes the log of one service; `to` is stdout unless a test gives another place. */
export const makeLog = (service: string, level = 'info', to?: DestinationStream): Log =>
  wrap(pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime }, to ?? pino.destination({ fd: 1, sync: true })))

/** What may be said of an unknown error in a log: its class and code, and where it arose, but not its message, which may quote content. */
export const describeError = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    error: error.constructor.name,
    code,
    at: frames?.map((frame) => frame.trim().replace(/\(?(file:\/\/)?\/.*\/(apps|libs|node_modules)\//, '($2/')).join(' < '),
  }
}
