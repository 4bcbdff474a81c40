import { EmptyState, QuietLoading, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { NamesProvider } from './document/names.tsx'
import { StrandedWords } from './editor/stranded-words.tsx'
import { LeavingGuard } from './leaving-guard.tsx'
import { isSamePresence, isSameSaving, isSameStanding, presentIn, savingOf, standingIn, useFromRooms } from './live/from-rooms.ts'
import type { LiveRoom } from './live/live-room.ts'
import type { LivePlan } from './live/use-live-plan.ts'
import { useStaySignedIn } from './live/use-stay-signed-in.ts'
import { PlanContext } from './plan-context.ts'
import { usePlanNews } from './use-plan-news.ts'

interface OpenPlanProps {
  readonly live: LivePlan
  /** Asks anew what of the plan is open. */
  readonly onRights: () => void
}

/** A room that closed while the plan stays open: what is open is asked for again. */
const useClosing = (list: readonly LiveRoom[], onRights: () => void) => {
  const closed = useFromRooms(list, (states) => list.flatMap(({ room }, at) => (states[at]?.over === 'revoked' ? [room] : [])).join())
  useEffect(() => {
    if (closed !== '') onRights()
  }, [closed, onRights])
}

/** Stays signed in while words are being saved; apart, so that nothing around it is drawn again for them. */
const StayingSignedIn = ({ list }: { list: readonly LiveRoom[] }) => {
  const saving = useFromRooms(list, savingOf, isSameSaving)
  useStaySignedIn(saving?.state === 'saved' ? saving.at : undefined)
  return null
}

const usePlanAtHand = ({ plan, rooms }: LivePlan) => {
  const { data: theCase } = useQuery(useApi().conferences.readCase.queryOptions({ caseId: plan.caseId }))
  return useMemo(() => ({ plan, rooms, list: [...rooms.values()], theCase }), [plan, rooms, theCase])
}

/** The plan's rooms, joined, around its pages. Closes at once when the right to the case's core ends (PL11). */
export const OpenPlan = ({ live, onRights }: OpenPlanProps) => {
  const t = useTexts('plan')
  const { plan } = live
  const atHand = usePlanAtHand(live)
  const core = useFromRooms(atHand.list, (states) => standingIn(atHand.list, states, 'core'), isSameStanding)
  const present = useFromRooms(atHand.list, presentIn, isSamePresence)
  usePlanNews(plan.planId, onRights, core?.here === true)
  useClosing(atHand.list, onRights)
  const personIds = useMemo(
    () => [...present.map(({ personId }) => personId), ...(atHand.theCase?.participations.map(({ personId }) => personId) ?? [])],
    [present, atHand.theCase],
  )
  if (core === undefined || core.line === 'over')
    return (
      <PlanContext value={atHand}>
        <EmptyState title={t(`over.${core?.over ?? 'revoked'}`)}>{t('over.why')}</EmptyState>
        <StrandedWords />
      </PlanContext>
    )
  return (
    <PlanContext value={atHand}>
      <NamesProvider personIds={personIds}>
        {core.here ? <Outlet /> : <QuietLoading />}
        <LeavingGuard rooms={atHand.list} within={`/cases/${plan.caseId}/plan`} />
        <StayingSignedIn list={atHand.list} />
      </NamesProvider>
    </PlanContext>
  )
}
