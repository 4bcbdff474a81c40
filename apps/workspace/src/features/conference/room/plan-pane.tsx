import type { CaseDetail } from '@mreza/contracts-conferences'
import type { CaseId } from '@mreza/contracts-kernel'
import { EmptyState, QuietLoading, RefusalNote, SavedMark, useTexts } from '@mreza/ui'
import { useMemo } from 'react'
import { NamesProvider } from '../../plan/document/names.tsx'
import { PlanDocument } from '../../plan/document/plan-document.tsx'
import { LeavingGuard } from '../../plan/leaving-guard.tsx'
import { isSamePresence, isSameSaving, isSameStanding, presentIn, savingOf, standingIn, useFromRooms } from '../../plan/live/from-rooms.ts'
import type { LiveRoom } from '../../plan/live/live-room.ts'
import { type LivePlan, useLivePlan } from '../../plan/live/use-live-plan.ts'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const nobody: CaseDetail['participations'] = []

/** Whether one's words are saved: the one thing here that a key changes. */
const Saved = ({ list }: { list: readonly LiveRoom[] }) => {
  const saving = useFromRooms(list, savingOf, isSameSaving)
  return <p role="status">{saving !== null && <SavedMark saving={saving} />}</p>
}

const OpenedPane = ({ live: { plan, rooms } }: { live: LivePlan }) => {
  const t = useTexts('plan')
  const { file } = useRoom()
  const list = useMemo(() => [...rooms.values()], [rooms])
  const core = useFromRooms(list, (states) => standingIn(list, states, 'core'), isSameStanding)
  const present = useFromRooms(list, presentIn, isSamePresence)
  const participations = file?.participations ?? nobody
  if (core === undefined || core.line === 'over')
    return <EmptyState title={t(`over.${core?.over ?? 'revoked'}`)}>{t('over.why')}</EmptyState>
  const personIds = [...present.map(({ personId }) => personId), ...participations.map(({ personId }) => personId)]
  return (
    <NamesProvider personIds={personIds}>
      <Saved list={list} />
      {core.here ? <PlanDocument plan={plan} rooms={rooms} participations={participations} /> : <QuietLoading />}
      <LeavingGuard rooms={list} />
    </NamesProvider>
  )
}

/** The live plan of the case inside the room: the same document, the same rights, saved the same way as on its own page. */
export const PlanPane = ({ caseId }: { caseId: CaseId }) => {
  const { live, refusal } = useLivePlan(caseId)
  return (
    <div className={styles.planPane}>
      <RefusalNote refusal={refusal} />
      {live === undefined ? refusal === undefined && <QuietLoading /> : <OpenedPane key={live.plan.planId} live={live} />}
    </div>
  )
}
