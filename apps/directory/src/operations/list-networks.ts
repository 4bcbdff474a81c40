import { allNetworks, networkSummaryOf } from '../store/networks.ts'
import type { Of } from './parts.ts'

/** All networks, by city. */
export const listNetworks: Of<'listNetworks'> =
  ({ db }) =>
  async () =>
    (await allNetworks(db.runtime)).map(networkSummaryOf)
