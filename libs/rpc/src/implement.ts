import { randomUUID } from 'node:crypto'
import type { Contract, Operation } from '@mreza/contracts-kernel'
import { type Door, describeError, type Log, type ServiceDependencies } from '@mreza/service'
import type { TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type * as z from 'zod'
import { bounded } from './bounded.ts'
import { type CallContext, callContext } from './call-context.ts'
import { headers, limits } from './limits.ts'
import type { FirstWall, Work } from './pipeline.ts'
import { httpStatusOf, refusalBehind, refusalResponse } from './refusal-wire.ts'
import { routerOf } from './router.ts'
import { tokenVerifier } from './token-verifier.ts'

/** What the implementation of an operation gives back, before the contract lets it out. */
type AnswerOf<O extends Operation> = O['kind'] extends 'subscription' ? AsyncIterable<z.input<O['output']>> : Promise<z.input<O['output']>>

/** The implementations that a contract asks for: one for each operation, by the same name. */
export type Implementations<C extends Contract, Context = CallContext> = {
  readonly [Name in keyof C]: (ctx: Context, input: z.output<C[Name]['input']>) => AnswerOf<C[Name]>
}

/** What makes a contract answer. */
export interface Pieces<C extends Contract, Extra extends object = object> {
  /** The name of the context: the audience of its tokens and the part of the path after `/rpc/`. */
  readonly context: string
  readonly dependencies: Pick<ServiceDependencies, 'keys' | 'log' | 'now'>
  readonly policy: FirstWall
  readonly operations: Implementations<C, CallContext & Extra>
  /** More for the context of each call, from the request and the headers of the answer; the gateway's own operations need it. */
  readonly extend?: (request: Request, answer: Headers) => Extra
}

/**
 * Turns a contract and its implementations into a door. Each call takes the same way in the same order: token, first wall,
 * input, operation, output. Every failure leaves as a refusal; what is not a `Refused` is logged by its class and leaves as `unexpected`.
 * @example const { door } = implement(directoryOperations, { context: 'directory', dependencies, policy, operations: { listNetworks: listNetworks(store) } })
 */
export const implement = <const C extends Contract, Extra extends object = object>(
  contract: C,
  pieces: Pieces<C, Extra>,
): { door: Door } => {
  const router = routerOf(contract, pieces.policy, pieces.operations as unknown as Record<string, Work>)
  const contextOf = contextMaker(pieces.context, pieces.dependencies, pieces.extend)
  const answer: Door = (request) =>
    fetchRequestHandler({
      endpoint: `/rpc/${pieces.context}`,
      req: request,
      router,
      maxBatchSize: limits.batch,
      // The workspace reads by POST, so that nothing that was asked for stands in an address (rule D13).
      allowMethodOverride: true,
      createContext: ({ resHeaders }) => ({ call: contextOf(request, resHeaders) }),
      responseMeta: ({ errors }) => ({ headers: { 'cache-control': 'no-store' }, ...statusFor(errors) }),
      onError: ({ error, path }) => logUnexpected(pieces.dependencies.log, error, path),
    })
  return { door: bounded(answer, boundOf(contract), (error) => refusalResponse(refusalBehind(error))) }
}

/** How large the request of an operation may be: what its contract says, called by itself, and else the bound of every call. */
const boundOf =
  (contract: Contract) =>
  (request: Request): number => {
    const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
    return (Object.hasOwn(contract, name) ? contract[name]?.largest : undefined) ?? limits.body
  }

const statusFor = (errors: readonly TRPCError[]) => {
  const [only, ...others] = errors
  return only === undefined || others.length > 0 ? {} : { status: httpStatusOf(refusalBehind(only)) }
}

const logUnexpected = (log: Log, error: TRPCError, operation: string | undefined) => {
  const refused = refusalBehind(error)
  if (refused.code === 'unexpected') log.error('operation failed', { operation, ...describeError(refused.cause) })
}

const contextMaker = (
  context: string,
  { keys, now, log }: Pick<ServiceDependencies, 'keys' | 'log' | 'now'>,
  extend: Pieces<Contract>['extend'],
) => {
  const verify = tokenVerifier(keys.tokenKeys, context, now)
  return (request: Request, answer: Headers): CallContext => {
    const token = request.headers.get(headers.token)
    const requestId = request.headers.get(headers.requestId) ?? randomUUID()
    const made = callContext({
      claims: token === null ? undefined : verify(token),
      now: now(),
      log,
      requestId,
      idempotencyKey: request.headers.get(headers.idempotencyKey),
      signal: request.signal,
    })
    return extend === undefined ? made : Object.defineProperties(made, Object.getOwnPropertyDescriptors(extend(request, answer)))
  }
}
