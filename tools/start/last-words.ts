import { z } from 'zod'

const Entry = z.object({ level: z.number(), msg: z.string().default(''), err: z.object({ message: z.string() }).partial().optional() })
const remembered = 200

/** What a process said last, for the sentence that explains why it did not start. */
export class LastWords {
  readonly #lines: string[] = []

  hear(line: string): void {
    this.#lines.push(line)
    if (this.#lines.length > remembered) this.#lines.shift()
  }

  /** The messages of errors among its JSON log lines, and whatever was not JSON at all. */
  errors(): string {
    return this.#lines.flatMap(errorIn).slice(-12).join('\n')
  }
}

function errorIn(line: string): string[] {
  const entry = Entry.safeParse(parseJson(line))
  if (!entry.success) return [line]
  const { level, msg, err } = entry.data
  if (level < 50) return []
  return [err?.message && err.message !== msg ? `${msg}: ${err.message}` : msg]
}

/** The value of a JSON text, `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
