import type { InstitutionId } from '@mreza/contracts-kernel'
import { addGoal, proseOf } from '@mreza/plan-document'
import { Button, useTexts } from '@mreza/ui'
import type { LiveRoom } from '../live/live-room.ts'
import { useRoomState } from '../live/use-live-plan.ts'
import styles from '../plan.module.css'
import { FragmentEditor } from './fragment-editor.tsx'
import { GoalItem } from './goal-item.tsx'
import type { PlanSection } from './plan-sections.ts'
import { RoomClosed } from './room-closed.tsx'
import { useContent } from './use-content.ts'

const Body = ({ section, room, parties }: { section: PlanSection; room: LiveRoom; parties: readonly InstitutionId[] }) => {
  const t = useTexts('plan')
  const [area] = section.areas
  const goals = useContent(room).goals.filter((goal) => !goal.withdrawn && section.areas.includes(goal.area))
  return (
    <>
      <FragmentEditor
        room={room}
        fragment={proseOf(room.doc, area)}
        look="prose"
        label={t('prose.label', { section: t(`section.${section.id}`) })}
        hint={t('prose.hint')}
      />
      {goals.map((goal, index) => (
        <GoalItem key={goal.id} room={room} goal={goal} number={index + 1} parties={parties} />
      ))}
      {room.right === 'write' && (
        <div className={styles.add}>
          <Button kind="link" onPress={() => addGoal(room.doc, { area, phase: 'crisis' })}>
            {t('goal.add')}
          </Button>
        </div>
      )}
    </>
  )
}

/** Need areas that belong together: free prose, then goals as cards in the flow of the text. */
export const AreaSection = ({ section, room, parties }: { section: PlanSection; room: LiveRoom; parties: readonly InstitutionId[] }) => {
  const t = useTexts('plan')
  const state = useRoomState(room)
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{t(`section.${section.id}`)}</h2>
      <RoomClosed state={state} />
      {state.here && state.line !== 'over' && <Body section={section} room={room} parties={parties} />}
    </section>
  )
}
