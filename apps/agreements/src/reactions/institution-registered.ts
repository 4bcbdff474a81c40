import { reaction } from '@mreza/bus'
import { institutionRegistered } from '@mreza/contracts-directory'
import type { Trx } from '@mreza/db'
import { keepInstitution } from '../store/institutions.ts'
import type { AgreementsTables } from '../store/tables.ts'

/** Keeps sector and network of an institution: parties are chosen by them. */
export const onInstitutionRegistered = reaction(institutionRegistered, (trx: Trx<AgreementsTables>, { at, data }) =>
  keepInstitution(trx, { id: data.institutionId, networkId: data.networkId, sector: data.sector }, at),
)
