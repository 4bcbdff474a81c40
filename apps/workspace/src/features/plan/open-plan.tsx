import type { OpenedPlan, PlanRoom } from '@mreza/contracts-plans'
import { EmptyState, QuietLoading, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { NamesProvider } from './document/names.tsx'
import { StrandedWords } from './editor/stranded-words.tsx'
import { LeavingGuard } from './leaving-guard.tsx'
import type { LiveRoom, RoomState } from './live/live-room.ts'
import { presentIn, savingOf, useAllRooms } from './live/use-all-rooms.ts'
import { useLiveRooms } from './live/use-live-plan.ts'
import { useStaySignedIn } from './live/use-stay-signed-in.ts'
import { PlanContext } from './plan-context.ts'
import { usePlanNews } from './use-plan-news.ts'

interface OpenPlanProps {
  readonly plan: OpenedPlan
  /** Asks anew what of the plan is open. */
  readonly onRights: () => void
}

/** A room that closed while the plan stays open: what is open is asked for again. */
const useClosing = (list: readonly LiveRoom[], states: readonly RoomState[], onRights: () => void) => {
  const closed = list.flatMap(({ room }, at) => (states[at]?.over === 'revoked' ? [room] : [])).join()
  useEffect(() => {
    if (closed !== '') onRights()
  }, [closed, onRights])
}

const usePlanAtHand = (plan: OpenedPlan, rooms: ReadonlyMap<PlanRoom, LiveRoom>) => {
  const { data: theCase } = useQuery(useApi().conferences.readCase.queryOptions({ caseId: plan.caseId }))
  return useMemo(() => ({ plan, rooms, list: [...rooms.values()], theCase }), [plan, rooms, theCase])
}

/** The plan's rooms, joined, around its pages. Closes at once when the right to the case's core ends (PL11). */
export const OpenPlan = ({ plan, onRights }: OpenPlanProps) => {
  const t = useTexts('plan')
  const rooms = useLiveRooms(plan)
  const atHand = usePlanAtHand(plan, rooms)
  const states = useAllRooms(atHand.list)
  const saving = savingOf(states)
  usePlanNews(plan.planId, onRights)
  useClosing(atHand.list, states, onRights)
  useStaySignedIn(saving?.state === 'saved' ? saving.at : undefined)
  const core = states[atHand.list.findIndex(({ room }) => room === 'core')]
  if (core === undefined || core.line === 'over')
    return (
      <PlanContext value={atHand}>
        <EmptyState title={t(`over.${core?.over ?? 'revoked'}`)}>{t('over.why')}</EmptyState>
        <StrandedWords />
      </PlanContext>
    )
  const personIds = [
    ...presentIn(states).map(({ personId }) => personId),
    ...(atHand.theCase?.participations.map(({ personId }) => personId) ?? []),
  ]
  return (
    <PlanContext value={atHand}>
      <NamesProvider personIds={personIds}>
        {core.here ? <Outlet /> : <QuietLoading />}
        <LeavingGuard unsaved={states.reduce((sum, { unsaved }) => sum + unsaved, 0)} within={`/cases/${plan.caseId}/plan`} />
      </NamesProvider>
    </PlanContext>
  )
}
