import { reaction } from '@mreza/bus'
import { institutionRegistered, networkRegistered } from '@mreza/contracts-directory'
import type { ConferencesTrx } from '../store/executors.ts'
import { keepInstitution, keepNetwork } from '../store/read-models.ts'

/** Keeps a network's slug: case codes begin with it (CF9). */
export const onNetworkRegistered = reaction(networkRegistered, (trx: ConferencesTrx, { data }) =>
  keepNetwork(trx, data.networkId, data.slug),
)

/** Keeps sector and network of an institution: referrals stay in the network, conferences are called by sector. */
export const onInstitutionRegistered = reaction(institutionRegistered, (trx: ConferencesTrx, { data }) =>
  keepInstitution(trx, { id: data.institutionId, network_id: data.networkId, sector: data.sector }),
)
