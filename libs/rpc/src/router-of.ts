import type { Contract, Operation, RefusalShape } from '@mreza/contracts-kernel'
import type { TRPCBuiltRouter, TRPCErrorShape, TRPCMutationProcedure, TRPCQueryProcedure, TRPCSubscriptionProcedure } from '@trpc/server'
import type * as z from 'zod'

/** How every refusal travels: `error.data.refusal`, and nothing beside it. */
export type RefusalError = TRPCErrorShape<{ refusal: RefusalShape }>

interface Wire<I extends z.ZodType, O> {
  input: z.input<I>
  output: O
  meta: object
  errorShape: RefusalError
}

/** The tRPC procedure that an operation of a contract becomes. */
export type ProcedureOf<O extends Operation> =
  O extends Operation<'query', infer I, infer A>
    ? TRPCQueryProcedure<Wire<I, z.output<A>>>
    : O extends Operation<'mutation', infer I, infer A>
      ? TRPCMutationProcedure<Wire<I, z.output<A>>>
      : O extends Operation<'subscription', infer I, infer A>
        ? TRPCSubscriptionProcedure<Wire<I, AsyncIterable<z.output<A>, void, unknown>>>
        : never

/** The roots of our routers: no transformer, refusals as the only errors. */
export interface Root {
  ctx: object
  meta: object
  errorShape: RefusalError
  transformer: false
}

/**
 * The tRPC router type of a contract, so that a client is typed without importing anything of the service.
 * @example const directory = createTRPCClient<RouterOf<typeof directoryOperations>>({ links })
 */
export type RouterOf<C extends Contract> = TRPCBuiltRouter<Root, { [Name in keyof C & string]: ProcedureOf<C[Name]> }>
