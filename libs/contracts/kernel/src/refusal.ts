import * as z from 'zod'

/** How a refusal travels: a stable code, where it arose, and the values that its sentence needs. Never content. */
export const RefusalShape = z.strictObject({
  code: z.string(),
  /** The path of the field that caused it, such as `child.birthYear`; absent when no one field did. */
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type RefusalShape = z.infer<typeof RefusalShape>

/** The kinds of refusal, from which the HTTP status follows. */
export type RefusalKind = 'invalid' | 'sign-in' | 'forbidden' | 'missing' | 'conflict' | 'limit' | 'unavailable'

/**
 * The refusals that any context may give. `missing` is also the answer for what one may not see (rule D6).
 * Each context adds its own in `refusals.ts`; every code has a sentence in the three catalogues under `refusal.<code>`.
 */
export const kernelRefusals = {
  'invalid-input': 'invalid',
  'sign-in-needed': 'sign-in',
  'not-allowed': 'forbidden',
  'not-found': 'missing',
  'changed-meanwhile': 'conflict',
  'too-many-requests': 'limit',
  'too-large': 'limit',
  'service-unavailable': 'unavailable',
  unexpected: 'unavailable',
} as const satisfies Record<string, RefusalKind>

/** A refusal as code throws it; the edge turns it into a {@link RefusalShape} and everything else into `unexpected`. */
export class Refused extends Error {
  readonly code: string
  readonly kind: RefusalKind
  readonly field: string | undefined
  readonly params: Record<string, string | number> | undefined
  constructor(code: string, kind: RefusalKind, at: { field?: string; params?: Record<string, string | number>; cause?: unknown } = {}) {
    super(`refused: ${code}`, at.cause === undefined ? undefined : { cause: at.cause })
    this.name = 'Refused'
    this.code = code
    this.kind = kind
    this.field = at.field
    this.params = at.params
  }
}

/**
 * Makes the `refuse` function of a context from its table of refusals; a code that is not in the table does not compile.
 * @example export const refuse = refuser({ 'already-signed': 'conflict' }); throw refuse('already-signed')
 */
export const refuser =
  <const Table extends Record<string, RefusalKind>>(table: Table) =>
  (
    code: (keyof Table & string) | keyof typeof kernelRefusals,
    at?: { field?: string; params?: Record<string, string | number>; cause?: unknown },
  ) =>
    new Refused(code, (table as Record<string, RefusalKind>)[code] ?? kernelRefusals[code as keyof typeof kernelRefusals], at)
