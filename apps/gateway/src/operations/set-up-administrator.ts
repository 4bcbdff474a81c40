import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import { type DisplayName, type Membership, membershipGranted, refuseInIdentity } from '@mreza/contracts-identity'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { newId, type Trx } from '@mreza/db'
import type { Identity, IdentityContext } from '../identity.ts'
import { checkNewPassword } from '../sessions/check-new-password.ts'
import { enter, handOver } from '../sessions/enter.ts'
import { hashPassword } from '../sessions/password-hash.ts'
import { presentMe } from '../sessions/present-me.ts'
import { accountByEmail, insertAccount } from '../store/accounts.ts'
import { insertMembership } from '../store/memberships.ts'
import { isSetUpToken, takeSetUp } from '../store/set-up.ts'
import type { IdentityTables } from '../store/tables.ts'

interface Input {
  readonly token: string
  readonly email: string
  readonly password: string
  readonly displayName: DisplayName
}

const grant = async (trx: Trx<IdentityTables>, personId: PersonId, institutionId: InstitutionId, now: Date): Promise<Membership> => {
  const of = { personId, institutionId, networkId: null, sector: 'other' as const, roles: ['administrator' as const] }
  const id = await insertMembership(trx, { ...of, from: now })
  await emit(trx, membershipGranted, { membershipId: id, ...of })
  await record(trx, {
    chain: 'installation',
    action: 'set-up-administrator',
    actor: { personId, institutionId },
    refs: { membershipId: id },
  })
  return { id, institutionId, networkId: null, sector: of.sector, roles: of.roles }
}

/** Makes the first administrator, once (ID18). */
export const setUpAdministrator = (identity: Identity) => async (ctx: IdentityContext, input: Input) => {
  if (!(await isSetUpToken(identity.db, input.token))) throw refuseInIdentity('set-up-not-valid')
  const passwordHash = await hashPassword(checkNewPassword(input.password, input.email))
  if ((await accountByEmail(identity.db, input.email)) !== undefined) throw refuseInIdentity('already-a-member', { field: 'email' })
  const personId = newId<'PersonId'>() as PersonId
  const { token, membership } = await identity.inTransaction(async (trx) => {
    const institutionId = (await takeSetUp(trx, input.token, ctx.now)) as InstitutionId
    await insertAccount(trx, { personId, email: input.email, displayName: input.displayName, passwordHash })
    const granted = await grant(trx, personId, institutionId, ctx.now)
    return { membership: granted, token: await enter(identity, trx, ctx, { personId, membership: granted, assurance: 'password' }) }
  })
  handOver(identity, ctx, token)
  return presentMe(identity, personId, membership.id, 'password', ctx.now)
}
