import { reaction } from '@mreza/bus'
import { institutionRegistered } from '@mreza/contracts-directory'
import type { Trx } from '@mreza/db'
import type { IdentityTables } from '../store/tables.ts'

/** Keeps the small copy of institutions by which an invitation finds sector and network (ID5). */
export const onInstitutionRegistered = reaction(institutionRegistered, async (trx: Trx<IdentityTables>, { data }) => {
  const facts = { network_id: data.networkId, sector: data.sector }
  await trx
    .insertInto('institution')
    .values({ id: data.institutionId, ...facts })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
})
