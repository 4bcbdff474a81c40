import type { NetworkSummary } from '@mreza/contracts-directory'
import { canInIdentity } from '@mreza/contracts-identity'
import type { NetworkId } from '@mreza/contracts-kernel'
import { useSearch } from '@tanstack/react-router'
import { useNetworks } from '../../api/institutions.ts'
import { useMe } from '../../api/session.ts'
import { type NetworkSearch, noNetwork } from './network-search.ts'

/** The network whose members are shown: one's own, or the one that the administrator chose. */
export interface NetworkChoice {
  /** `undefined` until the networks have come. */
  readonly networkId: NetworkId | null | undefined
  /** What may be chosen; empty where nothing is to be chosen. */
  readonly networks: readonly NetworkSummary[]
}

const chosen = (search: NetworkSearch, networks: readonly NetworkSummary[]): NetworkId | null | undefined =>
  search.network === noNetwork ? null : (search.network ?? networks[0]?.id)

/** Reads the choice from the address; who does not govern every network has no choice. */
export const useNetworkChoice = (): NetworkChoice => {
  const { subject } = useMe()
  const search = useSearch({ strict: false }) as NetworkSearch
  const { all } = useNetworks()
  if (!canInIdentity(subject, 'membership.list', { networkId: null })) return { networkId: subject.networkId, networks: [] }
  return { networkId: chosen(search, all), networks: all }
}
