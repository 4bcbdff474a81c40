import type { Participation as CaseParticipation } from '@mreza/contracts-conferences'
import type { OpenedPlan, PlanRoom, RoomDoor } from '@mreza/contracts-plans'
import { Reorder, useTexts } from '@mreza/ui'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { LiveRoom } from '../live/live-room.ts'
import styles from '../plan.module.css'
import { AreaSection } from './area-section.tsx'
import { ClosedSection } from './closed-section.tsx'
import { type Desk, DeskContext } from './desk.ts'
import { Folds } from './folds.ts'
import { useGrowing } from './growing.ts'
import { type PlanSection, planSections } from './plan-sections.ts'
import { VoiceSection } from './voice-section.tsx'
import { WishesSection } from './wishes-section.tsx'

/** What the document is given. */
export interface PlanDocumentProps {
  readonly plan: OpenedPlan
  readonly rooms: ReadonlyMap<PlanRoom, LiveRoom>
  readonly participations: readonly CaseParticipation[]
  /** What stands beside it; where nothing does, there is nothing to begin a conversation with. */
  readonly beside?: Pick<Desk, 'folds' | 'onComment'> | undefined
  /** What stands between the title and the wishes: how far the plan is, templates to begin from. */
  readonly children?: ReactNode
}

const useDeskOf = (participations: readonly CaseParticipation[], beside: PlanDocumentProps['beside']): Desk => {
  const [folds] = useState(() => new Folds())
  return useMemo(() => {
    const running = participations.filter(({ endedAt }) => endedAt === null)
    return { folds, ...beside, parties: [...new Set(running.map(({ institutionId }) => institutionId))] }
  }, [folds, beside, participations])
}

const doorOf = (plan: OpenedPlan, room: PlanRoom): RoomDoor =>
  plan.rooms.find((door) => door.room === room) ?? { room, right: 'none', holders: [] }

/** Keeps the place and the name of a section that is drawn in a moment, so that a link leads to it. */
const SectionToCome = ({ id }: { id: PlanSection['id'] }) => {
  const t = useTexts('plan')
  return (
    <section aria-labelledby={id} aria-busy="true">
      <h2 id={id}>{t(`section.${id}`)}</h2>
    </section>
  )
}

/** The wishes and what was agreed fill the first screen; the sections follow one by one. */
const sectionBySection = { first: 0, step: 1 }

/** Whether the last section has been on the screen for a moment: from then on every part of the document has its size. */
const useAllDrawn = (drawn: boolean): boolean => {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!drawn) return undefined
    const waiting = setTimeout(() => setSettled(true), 200)
    return () => clearTimeout(waiting)
  }, [drawn])
  return drawn && settled
}

/** The document: the person's wishes on top, then the need areas; a closed room is a door in its place. */
export const PlanDocument = ({ plan, rooms, participations, beside, children }: PlanDocumentProps) => {
  const t = useTexts('plan')
  const desk = useDeskOf(participations, beside)
  const drawn = useGrowing(planSections.length, sectionBySection)
  const allDrawn = useAllDrawn(drawn >= planSections.length)
  const core = rooms.get('core')
  const voice = rooms.get('voice')
  return (
    <DeskContext value={desk}>
      <Reorder>
        <article className={styles.document} data-drawn={allDrawn || undefined}>
          <h1>{t('document.title')}</h1>
          {children}
          {core !== undefined && <WishesSection room={core} />}
          {planSections.map((section, at) => {
            const room = rooms.get(section.room)
            if (room !== undefined && at >= drawn) return <SectionToCome key={section.id} id={section.id} />
            return room === undefined ? (
              <ClosedSection key={section.id} id={section.id} door={doorOf(plan, section.room)} />
            ) : (
              <AreaSection key={section.id} section={section} room={room} />
            )
          })}
          {voice === undefined ? <ClosedSection id="voice" door={doorOf(plan, 'voice')} /> : <VoiceSection room={voice} />}
        </article>
      </Reorder>
    </DeskContext>
  )
}
