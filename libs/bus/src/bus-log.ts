type Fields = Readonly<Record<string, string | number | boolean>>

/** What the bus says aloud; `Log` of `@mreza/service` is one. Fields are ids, codes and counts, never content. */
export interface BusLog {
  info(message: string, fields?: Fields): void
  warn(message: string, fields?: Fields): void
  error(message: string, fields?: Fields): void
}

/** The class and code of an unknown error. Its message may quote content and is left out. */
export const nameError = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? `:${error.code}` : ''
  return `${error.name}${code}`
}
