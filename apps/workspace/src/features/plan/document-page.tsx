import type { CaseDetail } from '@mreza/contracts-conferences'
import type { CommentAnchor, PlanRoom, ThreadId } from '@mreza/contracts-plans'
import { WorkColumns } from '@mreza/ui'
import { lazy, type RefObject, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { Doors } from './access/doors.tsx'
import { Folds } from './document/folds.ts'
import { insertAt, insertablesAt } from './document/inserting.ts'
import { PlanDocument } from './document/plan-document.tsx'
import { soon } from './document/soon.ts'
import { type EditingMode, type Insertable, type TextSpot, useEditing } from './editor/editing-context.ts'
import { EditingProvider } from './editor/editing-provider.tsx'
import type { Editors } from './editor/editors.ts'
import { BesidePanel } from './panel/beside-panel.tsx'
import { PlanTools } from './panel/plan-tools.tsx'
import { useMentionable } from './panel/use-mentionable.ts'
import { useThreads } from './panel/use-threads.ts'
import { usePlan } from './plan-context.ts'
import { PlanHead } from './plan-head.tsx'
import { PlanOutline } from './plan-outline.tsx'
import { PlanStanding } from './plan-standing.tsx'
import { PrintHead } from './print-head.tsx'

// Only an empty plan asks for it.
const TemplateOffer = lazy(async () => ({ default: (await import('./templates/template-offer.tsx')).TemplateOffer }))

const nobody: CaseDetail['participations'] = []

/** A conversation that somebody is about to begin. */
export interface Beginning {
  readonly room: PlanRoom
  readonly anchor: CommentAnchor
}

/** What of the notes beside the text is looked at. */
export type BesideTab = 'missing' | 'comments' | 'suggestions'

const useBeside = () => {
  const [folds] = useState(() => new Folds())
  const [tab, setTab] = useState<BesideTab | null>(null)
  const [beginning, setBeginning] = useState<Beginning | null>(null)
  const [thread, setThread] = useState<ThreadId | null>(null)
  const onComment = useCallback((room: PlanRoom, anchor: CommentAnchor) => {
    setBeginning({ room, anchor })
    setTab('comments')
  }, [])
  const onThread = useCallback((id: ThreadId) => {
    setThread(id)
    setTab('comments')
  }, [])
  const end = useCallback(() => setBeginning(null), [])
  const beside = useMemo(() => ({ folds, onComment }), [folds, onComment])
  return { folds, tab, setTab, beginning, end, thread, onComment, onThread, beside }
}

/** Stands among the texts and hands their way in to the page around them. */
const Handle = ({ to }: { to: RefObject<Editors | null> }) => {
  to.current = useEditing().editors
  return null
}

const useInserting = () => {
  const editors = useRef<Editors | null>(null)
  const onInsert = useCallback((kind: Insertable, spot: TextSpot) => {
    const place = insertAt(kind, spot)
    if (place !== null) soon(() => editors.current?.showText(spot.room, place) ?? false)
  }, [])
  return { editors, onInsert }
}

/** The plan as it is written: outline, document, and beside it what is missing, what is said and what is proposed. */
export const DocumentPage = () => {
  const { plan, rooms, theCase } = usePlan()
  const [mode, setMode] = useState<EditingMode>('write')
  const [showWriters, setShowWriters] = useState(false)
  const threads = useThreads()
  const mentionable = useMentionable()
  const { folds, tab, setTab, beginning, end, thread, onComment, onThread, beside } = useBeside()
  const { editors, onInsert } = useInserting()
  const open = useMemo(() => threads.filter(({ resolved }) => resolved === null), [threads])
  const page = useMemo(
    () => ({ mode, showWriters, threads: open, mentionable, insertables: insertablesAt, onInsert, onComment, onThread }),
    [mode, showWriters, open, mentionable, onInsert, onComment, onThread],
  )
  const participations = theCase?.participations ?? nobody
  return (
    <EditingProvider page={page}>
      <Handle to={editors} />
      <PlanHead tools={<PlanTools mode={mode} onMode={setMode} showWriters={showWriters} onShowWriters={setShowWriters} />} />
      <WorkColumns kind="plan">
        <PlanOutline rooms={rooms} />
        <Doors planId={plan.planId}>
          <PlanDocument plan={plan} rooms={rooms} participations={participations} beside={beside}>
            <PrintHead />
            <PlanStanding />
            <Suspense fallback={null}>
              <TemplateOffer />
            </Suspense>
          </PlanDocument>
        </Doors>
        <BesidePanel folds={folds} tab={tab} onTab={setTab} beginning={beginning} onEnd={end} thread={thread} />
      </WorkColumns>
    </EditingProvider>
  )
}
