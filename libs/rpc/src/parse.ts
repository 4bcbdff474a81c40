import { refuser } from '@mreza/contracts-kernel'
import type * as z from 'zod'

const refuse = refuser({})

/** The most fields that a refusal of input names. */
const mostFields = 20

const fieldsOf = (issue: z.core.$ZodIssue): string[] => {
  const at = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...at, key].join('.').slice(0, 200))
  return [at.join('.').slice(0, 200)]
}

/** Reads input by its contract; what does not fit is refused with the first field and the list of all of them, without their values. */
export const parseInput = <S extends z.ZodType>(schema: S, raw: unknown): z.output<S> => {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.flatMap(fieldsOf))].filter((field) => field !== '').slice(0, mostFields)
  throw refuse('invalid-input', fields[0] === undefined ? {} : { field: fields[0], params: { fields: fields.join(',') } })
}

const without = (value: unknown, path: readonly PropertyKey[], keys: readonly string[]): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const [next, ...rest] = path
  if (next === undefined) return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
  if (Array.isArray(value)) return value.map((item, index) => (index === next ? without(item, rest, keys) : item))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === next ? without(inner, rest, keys) : inner]))
}

/**
 * Lets out only what the contract names: fields it does not know are dropped, even where its object is strict.
 * An answer that lacks something or has it wrong is our fault and throws.
 */
export const parseOutput = <S extends z.ZodType>(schema: S, answer: unknown): z.output<S> => {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const surplus = parsed.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
  if (surplus.length !== parsed.error.issues.length) throw new OutputMismatch(parsed.error.issues)
  return schema.parse(surplus.reduce((kept: unknown, issue) => without(kept, issue.path, issue.keys), answer))
}

/** An operation gave what its contract does not allow; carries the paths, never the values. */
export class OutputMismatch extends Error {
  override readonly name = 'OutputMismatch'
  readonly code: string
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('the answer does not fit its contract')
    this.code = issues
      .slice(0, 5)
      .map((issue) => `${issue.path.map((part) => (typeof part === 'number' ? '#' : String(part))).join('.')}:${issue.code}`)
      .join(' ')
  }
}
