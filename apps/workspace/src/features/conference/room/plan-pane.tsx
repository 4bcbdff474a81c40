import type { CaseId } from '@mreza/contracts-kernel'
import type { OpenedPlan } from '@mreza/contracts-plans'
import { EmptyState, QuietLoading, RefusalNote, SavedMark, useTexts } from '@mreza/ui'
import { useMemo } from 'react'
import { NamesProvider } from '../../plan/document/names.tsx'
import { PlanDocument } from '../../plan/document/plan-document.tsx'
import { LeavingGuard } from '../../plan/leaving-guard.tsx'
import { presentIn, savingOf, useAllRooms } from '../../plan/live/use-all-rooms.ts'
import { useLiveRooms, useOpenedPlan } from '../../plan/live/use-live-plan.ts'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const LivePlan = ({ plan }: { plan: OpenedPlan }) => {
  const t = useTexts('plan')
  const { file } = useRoom()
  const rooms = useLiveRooms(plan)
  const list = useMemo(() => [...rooms.values()], [rooms])
  const states = useAllRooms(list)
  const core = states[list.findIndex(({ room }) => room === 'core')]
  const participations = file?.participations ?? []
  const saving = savingOf(states)
  if (core === undefined || core.line === 'over')
    return <EmptyState title={t(`over.${core?.over ?? 'revoked'}`)}>{t('over.why')}</EmptyState>
  const personIds = [...presentIn(states).map(({ personId }) => personId), ...participations.map(({ personId }) => personId)]
  return (
    <NamesProvider personIds={personIds}>
      <p role="status">{saving !== null && <SavedMark saving={saving} />}</p>
      {core.here ? <PlanDocument plan={plan} rooms={rooms} participations={participations} /> : <QuietLoading />}
      <LeavingGuard unsaved={states.reduce((sum, { unsaved }) => sum + unsaved, 0)} />
    </NamesProvider>
  )
}

/** The live plan of the case inside the room: the same document, the same rights, saved the same way as on its own page. */
export const PlanPane = ({ caseId }: { caseId: CaseId }) => {
  const { plan, refusal } = useOpenedPlan(caseId)
  return (
    <div className={styles.planPane}>
      <RefusalNote refusal={refusal} />
      {plan === undefined ? refusal === undefined && <QuietLoading /> : <LivePlan key={plan.planId} plan={plan} />}
    </div>
  )
}
