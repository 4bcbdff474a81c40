import { record } from '@mreza/audit'
import { type ConfirmationGiven, type ConfirmedAct, demoCode, refuseInIdentity } from '@mreza/contracts-identity'
import type { Subject } from '@mreza/contracts-kernel'
import { mintConfirmation } from '@mreza/rpc'
import type { Identity, IdentityContext } from '../identity.ts'
import { verifyPassword } from '../sessions/password-hash.ts'
import { accountOf } from '../store/accounts.ts'
import { countTry, forgetTries } from '../store/sign-in-tries.ts'

interface Input {
  readonly act: ConfirmedAct
  readonly boundTo: string
  readonly given: ConfirmationGiven
}

const trace = (identity: Identity, subject: Subject, action: 'confirm-act' | 'refuse-confirmation', refs: Record<string, string>) =>
  identity.inTransaction((trx) =>
    record(trx, {
      chain: `institution:${subject.institutionId}`,
      action,
      actor: { personId: subject.personId, institutionId: subject.institutionId },
      refs,
    }),
  )

/** The code that everybody knows confirms only for who came in by a click on a demo person. */
const isDemo = (identity: Identity, { assurance }: Subject, { code }: { code: string }) =>
  identity.demo && assurance === 'demo' && code === demoCode

const isRightPassword = async (identity: Identity, ctx: IdentityContext, { personId }: Subject, password: string): Promise<boolean> => {
  const account = await accountOf(identity.db, personId)
  // Tries count with those at the door: nobody guesses here what they may not guess there (ID4).
  const email = account?.email ?? personId
  if (!(await identity.inTransaction((trx) => countTry(trx, email, ctx.visit.address, ctx.now)))) throw refuseInIdentity('too-many-tries')
  const isRight = await verifyPassword(password, account?.password_hash ?? null)
  if (isRight) await identity.inTransaction((trx) => forgetTries(trx, email))
  return isRight
}

/** Asks again, for one act upon one text, whether it is they, and signs the answer for the service that does it (ID23). */
export const confirmAct =
  (identity: Identity) =>
  async (ctx: IdentityContext, { act, boundTo, given }: Input) => {
    const { subject } = ctx
    const isThey =
      given.kind === 'demo-code' ? isDemo(identity, subject, given) : await isRightPassword(identity, ctx, subject, given.password)
    if (!isThey) {
      await trace(identity, subject, 'refuse-confirmation', { act, boundTo })
      throw refuseInIdentity('confirmation-not-right', { field: 'given' })
    }
    const by = given.kind === 'demo-code' ? 'demo' : 'password'
    await trace(identity, subject, 'confirm-act', { act, boundTo, by })
    const { personId, institutionId } = subject
    const { confirmation, until } = mintConfirmation(identity.tokenKeys, { personId, institutionId, act, boundTo }, by, ctx.now)
    return { confirmation, confirmedBy: by, until: until.toISOString() } as const
  }
