import { refuseInIdentity } from '@mreza/contracts-identity'
import type { Identity, IdentityContext } from '../identity.ts'
import { enter, handOver } from '../sessions/enter.ts'
import { presentMe } from '../sessions/present-me.ts'
import { membershipsOf } from '../store/memberships.ts'

/** Signs in as a demo person; in a real installation this operation does not exist (ID17). */
export const signInAsDemo = (identity: Identity) => async (ctx: IdentityContext, input: { readonly personSlug: string }) => {
  if (!identity.demo) throw refuseInIdentity('not-found')
  const person = await identity.db.selectFrom('demo_person').where('slug', '=', input.personSlug).select('person_id').executeTakeFirst()
  const [membership] = await membershipsOf(identity.db, person?.person_id ?? identity.nobody, ctx.now)
  if (person === undefined || membership === undefined) throw refuseInIdentity('not-found')
  const personId = person.person_id
  const token = await identity.inTransaction((trx) => enter(identity, trx, ctx, { personId, membership, assurance: 'demo' }))
  handOver(identity, ctx, token)
  return presentMe(identity, personId, membership.id, 'demo', ctx.now)
}
