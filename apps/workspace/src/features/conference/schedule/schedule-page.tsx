import type { CaseId } from '@mreza/contracts-kernel'
import { Page, PageHead, QuietLoading, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { useInstitutions } from '../../../api/institutions.ts'
import { Opened } from '../../cases/opened.tsx'
import { ScheduleForm } from './schedule-form.tsx'

/** Where a case conference is called (CF18). */
export const SchedulePage = () => {
  const t = useTexts('conference')
  const caseId = useParams({ from: '/rooms/cases/$caseId/conferences/new', select: (params) => params.caseId }) as CaseId
  const { conferences } = useApi()
  const rule = useQuery(conferences.readConferenceRule.queryOptions({ caseId }))
  const file = useQuery(conferences.readCase.queryOptions({ caseId }))
  const known = useInstitutions().size > 0
  return (
    <Opened query={rule}>
      {(answer) => (
        <Opened query={file}>
          {(theCase) => (
            <Page>
              <PageHead title={t('schedule.title')} second={<span className="code">{t('code', { code: theCase.code })}</span>} />
              {known ? <ScheduleForm rule={answer} file={theCase} /> : <QuietLoading />}
            </Page>
          )}
        </Opened>
      )}
    </Opened>
  )
}
