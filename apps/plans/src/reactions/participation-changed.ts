import { type Reaction, reaction } from '@mreza/bus'
import { participationEnded, participationGranted } from '@mreza/contracts-conferences'
import type { CaseId, InstitutionId, Section } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { PlansTables } from '../store/tables.ts'

interface Told {
  readonly participationId: string
  readonly caseId: CaseId
  readonly institutionId: InstitutionId
  readonly sections: readonly Section[]
}

/** Keeps who holds which sections; an end stays an end in whatever order the two arrive. */
const keep = async (trx: Trx<PlansTables>, told: Told, ended: boolean): Promise<void> => {
  await trx
    .insertInto('holder')
    .values({
      participation_id: told.participationId,
      case_id: told.caseId,
      institution_id: told.institutionId,
      sections: [...told.sections],
      ended,
    })
    .onConflict((same) => same.column('participation_id').doUpdateSet({ ended: sql`holder.ended or excluded.ended` }))
    .execute()
}

/** Keeps the holders of sections and has the rights of open connections asked again at once (PL11). */
export const onParticipationChanged = (lookAgain: () => void): readonly Reaction[] => [
  reaction(participationGranted, async (trx: Trx<PlansTables>, { data }) => {
    await keep(trx, data, false)
    lookAgain()
  }),
  reaction(participationEnded, async (trx: Trx<PlansTables>, { data }) => {
    await keep(trx, data, true)
    lookAgain()
  }),
]
