import { type Reaction, reaction } from '@mreza/bus'
import { participationEnded, participationGranted } from '@mreza/contracts-conferences'
import type { Trx } from '@mreza/db'
import { keepHolding } from '../store/holders.ts'
import type { PlansTables } from '../store/tables.ts'

/** Keeps the holders of sections and has the rights of open connections asked again at once (PL11). */
export const onParticipationChanged = (lookAgain: () => void): readonly Reaction[] => [
  reaction(participationGranted, async (trx: Trx<PlansTables>, { data }) => {
    await keepHolding(trx, { ...data, id: data.participationId, ended: false })
    lookAgain()
  }),
  reaction(participationEnded, async (trx: Trx<PlansTables>, { data }) => {
    await keepHolding(trx, { ...data, id: data.participationId, ended: true })
    lookAgain()
  }),
]
