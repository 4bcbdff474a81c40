import type { InstitutionSummary, NetworkSummary } from '@mreza/contracts-directory'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from './api-context.tsx'
import { useMe } from './session.ts'

const hour = 60 * 60_000
const none: ReadonlyMap<InstitutionId, InstitutionSummary> = new Map()

/** The institutions of one's network and the national bodies by id, for marks and names; empty until they have come. */
export const useInstitutions = (): ReadonlyMap<InstitutionId, InstitutionSummary> => {
  const { subject } = useMe()
  const { data } = useQuery(useApi().directory.listInstitutions.queryOptions({ networkId: subject.networkId }, { staleTime: hour }))
  return useMemo(() => (data === undefined ? none : new Map(data.map((institution) => [institution.id, institution]))), [data])
}

/** The networks; the one of the session is `own`. */
export const useNetworks = (): { all: readonly NetworkSummary[]; own: NetworkSummary | undefined } => {
  const { subject } = useMe()
  const { data = [] } = useQuery(useApi().directory.listNetworks.queryOptions({}, { staleTime: hour }))
  return { all: data, own: data.find((network) => network.id === subject.networkId) }
}
