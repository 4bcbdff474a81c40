import { reaction } from '@mreza/bus'
import { dutyMeasured } from '@mreza/contracts-conferences'
import type { Trx } from '@mreza/db'
import type { AgreementsTables } from '../store/tables.ts'

/** Counts how a duty was kept once, for the obligations that ask for it; of the event only institution and time stay. */
export const onDutyMeasured = reaction(dutyMeasured, async (trx: Trx<AgreementsTables>, { id, data }) => {
  const { networkId, institutionId, duty, at, met } = data
  await trx
    .insertInto('observed_duty')
    .values({ event_id: id, network_id: networkId, institution_id: institutionId, duty, at, met })
    .execute()
})
