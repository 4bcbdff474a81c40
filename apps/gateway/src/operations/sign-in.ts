import { record } from '@mreza/audit'
import { refuseInIdentity } from '@mreza/contracts-identity'
import type { Identity, IdentityContext } from '../identity.ts'
import { enter, handOver } from '../sessions/enter.ts'
import { verifyPassword } from '../sessions/password-hash.ts'
import { presentMe } from '../sessions/present-me.ts'
import { accountByEmail } from '../store/accounts.ts'
import { membershipsOf } from '../store/memberships.ts'
import { countTry, forgetTries } from '../store/sign-in-tries.ts'

interface Input {
  readonly email: string
  readonly password: string
}

const refuse = async (identity: Identity, reason: 'sign-in-failed' | 'too-many-tries', personId?: string) => {
  const refs: Record<string, string> = personId === undefined ? { reason } : { reason, personId }
  await identity.inTransaction((trx) => record(trx, { chain: 'installation', action: 'refuse-sign-in', actor: 'system', refs }))
  return refuseInIdentity(reason)
}

/** Signs in by address and password; whatever is wrong, the answer and the work are the same (ID3, ID4). */
export const signIn = (identity: Identity) => async (ctx: IdentityContext, input: Input) => {
  const counted = await identity.inTransaction((trx) => countTry(trx, input.email, ctx.visit.address, ctx.now))
  if (!counted) throw await refuse(identity, 'too-many-tries')
  const account = await accountByEmail(identity.db, input.email)
  const isRight = await verifyPassword(input.password, account?.password_hash ?? null)
  const [membership] = await membershipsOf(identity.db, account?.person_id ?? identity.nobody, ctx.now)
  if (!isRight || account === undefined || account.disabled_at !== null || membership === undefined)
    throw await refuse(identity, 'sign-in-failed', account?.person_id)
  const personId = account.person_id
  const token = await identity.inTransaction(async (trx) => {
    await forgetTries(trx, input.email)
    return enter(identity, trx, ctx, { personId, membership, assurance: 'password' })
  })
  handOver(identity, ctx, token)
  return presentMe(identity, personId, membership.id, 'password', ctx.now)
}
