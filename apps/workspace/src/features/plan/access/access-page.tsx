import { Page, PageHead, useTexts } from '@mreza/ui'
import { usePlan } from '../plan-context.ts'
import { PlanHead } from '../plan-head.tsx'
import { DoorsSection } from './doors-section.tsx'
import { NarrowedSection } from './narrowed-section.tsx'
import { PurgeSection } from './purge-section.tsx'
import { RequestsSection } from './requests-section.tsx'

/** Who may see and write what of the plan; for who leads it, requests to answer, institutions to narrow, deleted words to purge (PL16, PL18). */
export const AccessPage = () => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  return (
    <>
      <PlanHead />
      <Page>
        <PageHead title={t('access.title')} second={t(plan.leads ? 'access.lead' : 'access.what')} />
        <RequestsSection />
        <DoorsSection />
        <NarrowedSection />
        {plan.leads && <PurgeSection />}
      </Page>
    </>
  )
}
