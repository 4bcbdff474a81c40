import type { CaseAsked, CaseDetail } from '@mreza/contracts-conferences'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { useApi } from '../../../api/api-context.tsx'

/** Holds the case that the page has open. */
export const OpenCase = createContext<CaseDetail | null>(null)

/** The open case, for the parts of its page. */
export const useOpenCase = (): CaseDetail => {
  const file = use(OpenCase)
  if (file === null) throw new Error('useOpenCase is used outside of a case')
  return file
}

/** The case as the policy asks about it. */
export const askedOf = ({ networkId, leadInstitutionId, caseManagerId, mySections }: CaseDetail): CaseAsked => ({
  networkId,
  leadInstitutionId,
  caseManagerId,
  openSections: mySections,
})

/** Makes the screens true after a change of a case: at once with what the service answered, the lists and the log by asking again. */
export const useCaseChanged = () => {
  const { conferences } = useApi()
  const queryClient = useQueryClient()
  return async (changed: CaseDetail): Promise<void> => {
    const caseId = changed.id
    queryClient.setQueryData(conferences.readCase.queryKey({ caseId }), changed)
    await Promise.all([
      queryClient.invalidateQueries(conferences.listCases.pathFilter()),
      queryClient.invalidateQueries(conferences.readToday.pathFilter()),
      queryClient.invalidateQueries(conferences.listAccessLog.queryFilter({ caseId })),
    ])
  }
}
