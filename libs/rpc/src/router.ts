import type { Contract, Operation } from '@mreza/contracts-kernel'
import { initTRPC } from '@trpc/server'
import type { CallContext } from './call-context.ts'
import { type FirstWall, runOperation, runSubscription, type Work } from './pipeline.ts'
import { asTrpcError, refusalBehind, shapeOf } from './refusal-wire.ts'

/** The context of a call as tRPC carries it: wrapped, for tRPC copies contexts and ours refuses when `subject` is read unsigned. */
interface Carried {
  readonly call: CallContext
}

const t = initTRPC.context<Carried>().create({
  errorFormatter: ({ error, shape }) => {
    const refused = refusalBehind(error)
    return { message: refused.code, code: shape.code, data: { refusal: shapeOf(refused) } }
  },
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
})

const procedureOf = (operation: Operation, policy: FirstWall, work: Work) => {
  const raw = t.procedure.input((input: unknown) => input)
  const run = async ({ ctx, input }: { ctx: Carried; input: unknown }) => {
    try {
      return await runOperation(operation, policy, work, ctx.call, input)
    } catch (error) {
      throw asTrpcError(refusalBehind(error))
    }
  }
  if (operation.kind === 'query') return raw.query(run)
  if (operation.kind === 'mutation') return raw.mutation(run)
  return raw.subscription(async function* ({ ctx, input }) {
    try {
      yield* runSubscription(operation, policy, work, ctx.call, input)
    } catch (error) {
      throw asTrpcError(refusalBehind(error))
    }
  })
}

/** The tRPC router of a contract: one procedure for each operation, all of them through the same pipeline. */
export const routerOf = (contract: Contract, policy: FirstWall, works: Readonly<Record<string, Work>>) =>
  t.router(
    Object.fromEntries(
      Object.entries(contract).map(([name, operation]) => {
        const work = works[name]
        if (work === undefined) throw new Error(`the operation ${name} has no implementation`)
        return [name, procedureOf(operation, policy, work)]
      }),
    ),
  )
