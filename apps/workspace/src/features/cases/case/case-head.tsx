import type { CaseDetail } from '@mreza/contracts-conferences'
import { CaseHeader } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { IdentityReveal, type Look } from '../identity-reveal.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseNext } from './case-next.tsx'

/** Asks for the identity and forgets the answer at once: only the covered name holds it, while it is shown. */
const useLookAt = ({ id }: CaseDetail) => {
  const { conferences } = useApi()
  const queryClient = useQueryClient()
  const reveal = useMutation(conferences.revealIdentity.mutationOptions({ gcTime: 0 }))
  return async (look: Look) => {
    try {
      return await reveal.mutateAsync({ caseId: id, ...look })
    } finally {
      reveal.reset()
      void queryClient.invalidateQueries(conferences.listAccessLog.queryFilter({ caseId: id }))
    }
  }
}

/** The head of a case: code, covered name, four facts, and the next step with the page's one filled button. */
export const CaseHead = ({ file }: { file: CaseDetail }) => {
  const look = useLookAt(file)
  return (
    <CaseHeader
      code={file.code}
      name={<IdentityReveal onLook={look} />}
      facts={<CaseFacts file={file} />}
      next={<CaseNext file={file} />}
    />
  )
}
