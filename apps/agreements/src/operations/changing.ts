import type { AgreementDetail, AgreementResources, agreementOperations } from '@mreza/contracts-agreements'
import type { AgreementId } from '@mreza/contracts-kernel'
import { asSubject } from '@mreza/db'
import { type CallContext, once } from '@mreza/rpc'
import type * as z from 'zod'
import type { Agreement, Happened } from '../domain/agreement.ts'
import { changeable } from './may.ts'
import type { Parts } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

type Operations = typeof agreementOperations
/** The operations that are about one agreement and answer with it as it is afterwards. */
type Changes = {
  [Name in keyof Operations]: Operations[Name] extends {
    input: z.ZodType<{ agreementId: AgreementId }>
    output: z.ZodType<AgreementDetail>
  }
    ? Name
    : never
}[keyof Operations]
type InputOf<Name extends Changes> = z.output<Operations[Name]['input']>

/** Who does what, and when. */
interface Doing {
  readonly by: CallContext['subject']['personId']
  readonly at: string
}

/** The subject as a party's own: for which institution they act. */
export const acting = (ctx: CallContext) => ({
  institutionId: ctx.subject.institutionId,
  by: ctx.subject.personId,
  at: ctx.now.toISOString(),
})

/**
 * An operation that changes one agreement: who may (`capability`) → hold it → `decide` → save, announce and audit, once.
 * @example export const markReady = changing('markReady', 'agreement.negotiate', (agreement, doing) => decideReady(agreement, doing))
 */
export const changing =
  <Name extends Changes>(
    name: Name,
    capability: Extract<keyof AgreementResources, `agreement.${string}`>,
    decide: (agreement: Agreement, doing: Doing, input: InputOf<Name>, ctx: CallContext) => readonly Happened[],
  ) =>
  ({ db }: Pick<Parts, 'db'>) =>
  (ctx: CallContext, input: InputOf<Name>): Promise<AgreementDetail> =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, name, async () => {
        const { agreementId } = input as { agreementId: AgreementId }
        const agreement = await changeable(trx, agreementId, ctx.subject, capability)
        const doing = { by: ctx.subject.personId, at: ctx.now.toISOString() }
        return presentDetail(await save(trx, agreement, decide(agreement, doing, input, ctx), ctx.subject), ctx.subject)
      }),
    )
