import type { InstitutionSummary } from '@mreza/contracts-directory'
import type { InstitutionId, NetworkId } from '@mreza/contracts-kernel'
import { useLocalized, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'

const hour = 60 * 60_000

/** Who may be a party: the institutions of the agreement's network, then the national bodies. The network may be another than one's own. */
export const usePartyInstitutions = (networkId: NetworkId): readonly InstitutionSummary[] =>
  useQuery(useApi().directory.listInstitutions.queryOptions({ networkId }, { staleTime: hour })).data ?? []

/** Gives the full name of an institution of an agreement. */
export const useInstitutionName = (networkId: NetworkId) => {
  const t = useTexts('protocols')
  const localized = useLocalized()
  const institutions = usePartyInstitutions(networkId)
  return (id: InstitutionId): string => {
    const found = institutions.find((institution) => institution.id === id)
    return found === undefined ? t('standing.elsewhere') : localized(found.name)
  }
}
