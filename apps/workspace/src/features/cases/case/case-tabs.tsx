import type { CaseId } from '@mreza/contracts-kernel'
import { TabLinks, tabLinkClass, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'

/** The parts of a case, each with its address. */
export const CaseTabs = ({ caseId }: { caseId: CaseId }) => {
  const t = useTexts('cases')
  const shared = { params: { caseId }, className: tabLinkClass, activeProps: { 'aria-current': 'page' as const } }
  return (
    <TabLinks label={t('tabs.label')}>
      <Link to="/cases/$caseId" activeOptions={{ exact: true }} {...shared}>
        {t('tab.overview')}
      </Link>
      <Link to="/cases/$caseId/plan" {...shared}>
        {t('tab.plan')}
      </Link>
      <Link to="/cases/$caseId/conferences" {...shared}>
        {t('tab.conferences')}
      </Link>
      <Link to="/cases/$caseId/people" {...shared}>
        {t('tab.people')}
      </Link>
      <Link to="/cases/$caseId/access-log" {...shared}>
        {t('tab.log')}
      </Link>
    </TabLinks>
  )
}
