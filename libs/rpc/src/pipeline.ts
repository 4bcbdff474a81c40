import { type Operation, type OperationAccess, refuser, type Subject } from '@mreza/contracts-kernel'
import type { CallContext } from './call-context.ts'
import { limits } from './limits.ts'
import { parseInput, parseOutput } from './parse.ts'

const refuse = refuser({})

/** The question of the first wall: could this person do this with any resource? From `policyOf` of a context. */
export interface FirstWall {
  couldEver(subject: Subject, capability: string): boolean
}

/** The first wall (rule D1): who may call this operation at all. Refuses, or returns. */
export const passFirstWall = (access: OperationAccess, ctx: CallContext, policy: FirstWall): void => {
  if (access.kind === 'public') return
  if (access.kind === 'service') {
    if (ctx.service === undefined) throw refuse('not-found')
    return
  }
  if (access.kind === 'capability' && !policy.couldEver(ctx.subject, access.capability)) throw refuse('not-allowed')
  if (ctx.person === undefined) throw refuse('sign-in-needed')
}

/** An operation as a service writes it. */
export type Work = (ctx: CallContext, input: never) => unknown

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refuse('service-unavailable')), limits.operation)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Wall → input → operation → output, in this order for every query and mutation. */
export const runOperation = async (
  operation: Operation,
  policy: FirstWall,
  work: Work,
  ctx: CallContext,
  raw: unknown,
): Promise<unknown> => {
  passFirstWall(operation.access, ctx, policy)
  const input = parseInput(operation.input, raw)
  return parseOutput(operation.output, await inTime(Promise.resolve(work(ctx, input as never))))
}

/** The same order for a subscription; each answer is parsed on its way out. */
export async function* runSubscription(
  operation: Operation,
  policy: FirstWall,
  work: Work,
  ctx: CallContext,
  raw: unknown,
): AsyncGenerator<unknown, void> {
  passFirstWall(operation.access, ctx, policy)
  const input = parseInput(operation.input, raw)
  for await (const answer of (await work(ctx, input as never)) as AsyncIterable<unknown>) yield parseOutput(operation.output, answer)
}
