import type { Person } from '@mreza/contracts-directory'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useEveryInstitution } from '../use-every-institution.ts'

/** Who stands in the directory for an institution and may not sign in for it yet. */
export const useUnaccounted = (institutionId: InstitutionId | null): readonly Person[] => {
  const { directory, identity } = useApi()
  const institution = useEveryInstitution().get(institutionId as InstitutionId)
  const people = useQuery(directory.listPeople.queryOptions(institutionId === null ? skipToken : { institutionIds: [institutionId] }))
  const members = useQuery(identity.listMembers.queryOptions(institution === undefined ? skipToken : { networkId: institution.networkId }))
  if (people.data === undefined || members.data === undefined) return []
  const accounted = new Set(members.data.map(({ personId }) => personId))
  return people.data.filter(({ id }) => !accounted.has(id))
}
