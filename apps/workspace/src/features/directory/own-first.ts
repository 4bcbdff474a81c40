import type { InstitutionSummary } from '@mreza/contracts-directory'
import type { NetworkId } from '@mreza/contracts-kernel'

/** What was found, that of one's own network before the rest; within each in the order in which it was found. */
export const ownFirst = (found: readonly InstitutionSummary[], own: NetworkId | null): readonly InstitutionSummary[] =>
  found.toSorted((one, other) => Number(other.networkId === own) - Number(one.networkId === own))
