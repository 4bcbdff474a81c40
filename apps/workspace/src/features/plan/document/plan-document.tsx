import type { Participation as CaseParticipation } from '@mreza/contracts-conferences'
import type { OpenedPlan, PlanRoom } from '@mreza/contracts-plans'
import { useTexts } from '@mreza/ui'
import type { LiveRoom } from '../live/live-room.ts'
import styles from '../plan.module.css'
import { AreaSection } from './area-section.tsx'
import { ClosedSection } from './closed-section.tsx'
import { planSections } from './plan-sections.ts'
import { VoiceSection } from './voice-section.tsx'
import { WishesSection } from './wishes-section.tsx'

/** The document: the person's wishes on top, then the need areas; a closed room is a door in its place. */
export const PlanDocument = ({
  plan,
  rooms,
  participations,
}: {
  plan: OpenedPlan
  rooms: ReadonlyMap<PlanRoom, LiveRoom>
  participations: readonly CaseParticipation[]
}) => {
  const t = useTexts('plan')
  const core = rooms.get('core')
  const parties = [...new Set(participations.filter(({ endedAt }) => endedAt === null).map(({ institutionId }) => institutionId))]
  const holdersOf = (room: PlanRoom) => plan.rooms.find((door) => door.room === room)?.holders ?? []
  const voice = rooms.get('voice')
  return (
    <article className={styles.document}>
      <h1>{t('document.title')}</h1>
      {core !== undefined && <WishesSection room={core} />}
      {planSections.map((section) => {
        const room = rooms.get(section.room)
        return room === undefined ? (
          <ClosedSection key={section.id} id={section.id} holders={holdersOf(section.room)} />
        ) : (
          <AreaSection key={section.id} section={section} room={room} parties={parties} />
        )
      })}
      {voice === undefined ? <ClosedSection id="voice" holders={holdersOf('voice')} /> : <VoiceSection room={voice} />}
    </article>
  )
}
