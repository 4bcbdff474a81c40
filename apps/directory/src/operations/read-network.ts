import { refuseInDirectory } from '@mreza/contracts-directory'
import { institutionsOf, servicesOf } from '../store/institutions.ts'
import { gapsOf, networkById, networkSummaryOf } from '../store/networks.ts'
import { recordsOf } from '../store/records.ts'
import type { Of } from './parts.ts'
import { recordOf, serviceOf, summaryOf } from './present.ts'

/** One network as the source documents describe it (DI1). */
export const readNetwork: Of<'readNetwork'> =
  ({ db: { runtime } }) =>
  async (_ctx, { networkId }) => {
    const network = await networkById(runtime, networkId)
    if (network === undefined) throw refuseInDirectory('not-found', { field: 'networkId' })
    const [institutions, services, records, gaps] = await Promise.all([
      institutionsOf(runtime, networkId),
      servicesOf(runtime, networkId),
      recordsOf(runtime, networkId),
      gapsOf(runtime, networkId),
    ])
    return {
      ...networkSummaryOf(network),
      institutions: institutions.map(summaryOf),
      services: services.map(serviceOf),
      agreementRecords: records.map(recordOf),
      gapsReported: gaps.map((gap) => gap.text),
      sources: [...network.sources, ...(gaps[0]?.sources ?? [])],
    }
  }
