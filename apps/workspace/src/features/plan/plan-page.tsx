import type { CaseId } from '@mreza/contracts-kernel'
import { Page, PageHead, QuietLoading, RefusalNote, useTexts } from '@mreza/ui'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { loadEditor } from './editor/view/editor-code.ts'
import { useLivePlan } from './live/use-live-plan.ts'
import { OpenPlan } from './open-plan.tsx'

/** The individual plan of a case, written by all who take part, live; its pages stand inside. */
export const PlanPage = () => {
  const t = useTexts('plan')
  const { caseId } = useParams({ from: '/rooms/cases/$caseId/plan' })
  const { live, refusal, again } = useLivePlan(caseId as CaseId)
  // While the plan itself is on its way.
  useEffect(() => {
    loadEditor().catch(() => undefined)
  }, [])
  if (live !== undefined) return <OpenPlan key={live.plan.planId} live={live} onRights={again} />
  return (
    <Page>
      <PageHead title={t('room.plan.title')} />
      <RefusalNote refusal={refusal} />
      {refusal === undefined && <QuietLoading />}
    </Page>
  )
}
