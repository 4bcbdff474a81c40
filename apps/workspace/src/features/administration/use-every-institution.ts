import type { InstitutionSummary } from '@mreza/contracts-directory'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../api/api-context.tsx'

const hour = 60 * 60_000

/** The institutions of every network and the national bodies, by id; empty until they have come. */
export const useEveryInstitution = (): ReadonlyMap<InstitutionId, InstitutionSummary> => {
  const { data } = useQuery(useApi().directory.listInstitutions.queryOptions({}, { staleTime: hour }))
  return useMemo(() => new Map((data ?? []).map((institution) => [institution.id, institution])), [data])
}
