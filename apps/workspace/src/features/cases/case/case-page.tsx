import type { CaseId } from '@mreza/contracts-kernel'
import { Page } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { usePlanAhead } from '../../plan/fetch-ahead.ts'
import { Opened } from '../opened.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseTabs } from './case-tabs.tsx'
import { OpenCase } from './open-case.ts'

/** A case: its head as a briefing, below it the part that was chosen. */
export const CasePage = () => {
  const caseId = useParams({ strict: false, select: (params) => params.caseId }) as CaseId
  usePlanAhead(caseId)
  const query = useQuery(useApi().conferences.readCase.queryOptions({ caseId }))
  return (
    <Opened query={query}>
      {(file) => (
        <OpenCase value={file}>
          <Page>
            <CaseHead key={file.id} file={file} />
            <CaseTabs caseId={file.id} />
            <Outlet />
          </Page>
        </OpenCase>
      )}
    </Opened>
  )
}
