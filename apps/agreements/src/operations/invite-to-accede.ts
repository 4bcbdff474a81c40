import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideInvitation } from '../domain/decide-keep.ts'
import { partiesFrom } from '../domain/parties.ts'
import { knownInstitutions } from '../store/institutions.ts'
import { changeable } from './may.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

/** Invites an institution with a place in the text to accede to a version in force (AG25). */
export const inviteToAccede: Of<'inviteToAccede'> =
  ({ db }) =>
  (ctx, { agreementId, institutionId }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'inviteToAccede', async () => {
        const agreement = await changeable(trx, agreementId, ctx.subject, 'agreement.keep')
        const known = await knownInstitutions(trx, [institutionId])
        const parties = partiesFrom(agreement.content, agreement.networkId, [institutionId], known)
        const keeping = { by: ctx.subject.personId, at: ctx.now.toISOString() }
        const decided = parties.flatMap((party) => decideInvitation(agreement, party, keeping))
        return presentDetail(await save(trx, agreement, decided, ctx.subject), ctx.subject)
      }),
    )
