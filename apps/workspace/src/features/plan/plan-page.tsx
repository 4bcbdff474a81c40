import type { CaseId } from '@mreza/contracts-kernel'
import { Page, PageHead, QuietLoading, RefusalNote, useTexts } from '@mreza/ui'
import { useParams } from '@tanstack/react-router'
import { useOpenedPlan } from './live/use-live-plan.ts'
import { OpenPlan } from './open-plan.tsx'

/** The individual plan of a case, written by all who take part, live; its pages stand inside. */
export const PlanPage = () => {
  const t = useTexts('plan')
  const { caseId } = useParams({ from: '/rooms/cases/$caseId/plan' })
  const { plan, refusal, again } = useOpenedPlan(caseId as CaseId)
  if (plan !== undefined) return <OpenPlan key={plan.planId} plan={plan} onRights={again} />
  return (
    <Page>
      <PageHead title={t('room.plan.title')} />
      <RefusalNote refusal={refusal} />
      {refusal === undefined && <QuietLoading />}
    </Page>
  )
}
