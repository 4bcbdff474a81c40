import { asSubject } from '@mreza/db'
import { once } from '@mreza/rpc'
import { decideParties } from '../domain/decide.ts'
import { partiesFrom } from '../domain/parties.ts'
import { knownInstitutions } from '../store/institutions.ts'
import { changeable } from './may.ts'
import type { Of } from './parts.ts'
import { presentDetail } from './present.ts'
import { save } from './save.ts'

/** Replaces the parties of a draft. */
export const chooseParties: Of<'chooseParties'> =
  ({ db }) =>
  (ctx, { agreementId, partyIds }) =>
    asSubject(db.runtime, ctx.databaseKey, (trx) =>
      once(trx, ctx, 'chooseParties', async () => {
        const draft = await changeable(trx, agreementId, ctx.subject, 'agreement.draft')
        const parties = partiesFrom(draft.content, draft.networkId, partyIds, await knownInstitutions(trx, partyIds))
        const after = await save(trx, draft, decideParties(draft, parties, ctx.now.toISOString()), ctx.subject)
        return presentDetail(after, ctx.subject)
      }),
    )
