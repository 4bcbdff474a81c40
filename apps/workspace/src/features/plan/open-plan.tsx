import type { OpenedPlan } from '@mreza/contracts-plans'
import { EmptyState, QuietLoading, useTexts, WorkColumns } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { NamesProvider } from './document/names.tsx'
import { PlanDocument } from './document/plan-document.tsx'
import { LeavingGuard } from './leaving-guard.tsx'
import { presentIn, savingOf, useAllRooms } from './live/use-all-rooms.ts'
import { useLiveRooms } from './live/use-live-plan.ts'
import { useStaySignedIn } from './live/use-stay-signed-in.ts'
import { PlanBar } from './plan-bar.tsx'
import { PlanNotes } from './plan-notes.tsx'
import { PlanOutline } from './plan-outline.tsx'

/** The plan's page: bar, outline, document, what is missing. Closes at once when the right to the case's core ends (PL11). */
export const OpenPlan = ({ plan }: { plan: OpenedPlan }) => {
  const t = useTexts('plan')
  const rooms = useLiveRooms(plan)
  const list = useMemo(() => [...rooms.values()], [rooms])
  const states = useAllRooms(list)
  const { data: theCase } = useQuery(useApi().conferences.readCase.queryOptions({ caseId: plan.caseId }))
  const saving = savingOf(states)
  useStaySignedIn(saving?.state === 'saved' ? saving.at : undefined)
  const core = rooms.get('core')
  const coreState = states[list.findIndex(({ room }) => room === 'core')]
  if (core === undefined || coreState?.line === 'over')
    return <EmptyState title={t(`over.${coreState?.over ?? 'revoked'}`)}>{t('over.why')}</EmptyState>
  const present = presentIn(states)
  const personIds = [...present.map(({ personId }) => personId), ...(theCase?.participations.map(({ personId }) => personId) ?? [])]
  return (
    <NamesProvider personIds={personIds}>
      <PlanBar plan={plan} code={theCase?.code} saving={saving} present={present} />
      {coreState?.here !== true ? (
        <QuietLoading />
      ) : (
        <WorkColumns kind="plan">
          <PlanOutline rooms={rooms} />
          <PlanDocument plan={plan} rooms={rooms} participations={theCase?.participations ?? []} />
          <PlanNotes rooms={list} />
        </WorkColumns>
      )}
      <LeavingGuard unsaved={states.reduce((sum, { unsaved }) => sum + unsaved, 0)} />
    </NamesProvider>
  )
}
