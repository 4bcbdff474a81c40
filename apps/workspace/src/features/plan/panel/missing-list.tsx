import type { GoalId } from '@mreza/contracts-plans'
import { textForCode } from '@mreza/i18n'
import { Button, Fold, useLanguage, useTexts } from '@mreza/ui'
import { Fragment, memo, useCallback, useRef, useState } from 'react'
import { contentOf } from '../document/use-content.ts'
import type { LiveRoom } from '../live/live-room.ts'
import { usePlan } from '../plan-context.ts'
import { type MissingPart, missingParts, type PartOfList } from './missing-parts.ts'
import styles from './panel.module.css'
import { type GapInRoom, useFromContents, useGaps } from './use-gaps.ts'

/** The sentence of a goal, as it is written; nothing while there is none. */
const GoalName = ({ room, goalId }: { room: LiveRoom; goalId: GoalId }) => {
  const { list } = usePlan()
  const words = useFromContents(list, () => contentOf(room).goals.find(({ id }) => id === goalId)?.outcome ?? '')
  return words === '' ? null : <p className={`label ${styles.concern}`}>{words}</p>
}

/** What of its part or goal a gap concerns: the words of the activity or the measure, or the area. */
const Concern = ({ found: { room, gap } }: { found: GapInRoom }) => {
  const t = useTexts('plan')
  const { list } = usePlan()
  const words = useFromContents(list, () => {
    const goal = contentOf(room).goals.find(({ id }) => id === gap.goalId)
    const activity = goal?.activities.find(({ id }) => id === gap.activityId)
    return activity?.what ?? goal?.indicators.find(({ id }) => id === gap.indicatorId)?.text ?? ''
  })
  const concern = gap.kind === 'area-not-addressed' && gap.area !== null ? t(`area.${gap.area}`) : words
  return concern === '' ? null : <p className={`label ${styles.concern}`}>{concern}</p>
}

/** Which rule asks for it, on demand. */
const Why = ({ rule }: { rule: string }) => {
  const t = useTexts('plan')
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const sentence = textForCode(language, 'plan', `rule.${rule}`)
  if (sentence === undefined) return null
  return (
    <>
      <button type="button" className={styles.why} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('missing.why')}
      </button>
      {open && <p className="label">{sentence}</p>}
    </>
  )
}

interface ItemProps {
  readonly found: GapInRoom
  readonly onGo: (found: GapInRoom) => void
}

const Item = memo(({ found, onGo }: ItemProps) => {
  const t = useTexts('plan')
  const { gap } = found
  return (
    <li>
      <Button kind="link" onPress={() => onGo(found)}>
        {t(`gap.${gap.kind}`)}
      </Button>
      <Concern found={found} />
      {gap.rule !== null && <Why rule={gap.rule} />}
    </li>
  )
})

const keyOf = ({ room, gap }: GapInRoom) => [room.room, gap.kind, gap.goalId, gap.activityId, gap.indicatorId, gap.area].join('/')

/** The same thing missing twice in one place is said once. */
const once = (found: readonly GapInRoom[]) => [...new Map(found.map((each) => [keyOf(each), each])).values()]

interface PartProps {
  readonly part: MissingPart<GapInRoom>
  readonly isOpen: boolean
  readonly onTurn: (isOpen: boolean) => void
  readonly onGo: (found: GapInRoom) => void
}

const Part = ({ part: { part, count, goals }, isOpen, onTurn, onGo }: PartProps) => {
  const t = useTexts('plan')
  const name = part === 'whole' ? t('missing.whole') : part === 'wishes' || part === 'agreed' ? t(part) : t(`section.${part}`)
  const title = (
    <>
      {name} <span className="quiet">{count}</span>
    </>
  )
  return (
    <Fold title={title} isOpen={isOpen} onOpenChange={onTurn}>
      {goals.map(({ goalId, found }) => (
        <Fragment key={goalId}>
          {goalId !== null && found[0] !== undefined && <GoalName room={found[0].room} goalId={goalId} />}
          <ul className={styles.missing}>
            {found.map((each) => (
              <Item key={keyOf(each)} found={each} onGo={onGo} />
            ))}
          </ul>
        </Fragment>
      ))}
    </Fold>
  )
}

interface GroupProps {
  readonly title: string
  readonly found: readonly GapInRoom[]
  /** All of its parts stand open until they are folded. */
  readonly open: boolean
  readonly onGo: (found: GapInRoom) => void
}

/** What binds, or what is advised, by the parts of the page. What somebody folded or opened stays so. */
const Group = ({ title, found, open, onGo }: GroupProps) => {
  const [turned, setTurned] = useState<ReadonlyMap<PartOfList, boolean>>(new Map())
  const parts = missingParts(found, (goal) => areaOf(found, goal))
  if (found.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.group}>
        {title} <span className="quiet">{found.length}</span>
      </h3>
      {parts.map((part) => (
        <Part
          key={part.part}
          part={part}
          isOpen={turned.get(part.part) ?? (open || parts.length === 1)}
          onTurn={(isOpen) => setTurned(new Map(turned).set(part.part, isOpen))}
          onGo={onGo}
        />
      ))}
    </section>
  )
}

const areaOf = (found: readonly GapInRoom[], goal: GoalId) => {
  const room = found.find(({ gap }) => gap.goalId === goal)?.room
  return room && contentOf(room).goals.find(({ id }) => id === goal)?.area
}

/** So many lines are read at a glance; of more, first how many there are in each part. */
const atAGlance = 12

/** What is missing before the plan can be approved, in the rooms that are open to the reader: what binds, then what is advised. */
export const MissingList = ({ onGo }: { onGo: (found: GapInRoom) => void }) => {
  const t = useTexts('plan')
  const { list } = usePlan()
  const latest = useRef(onGo)
  latest.current = onGo
  const go = useCallback((gap: GapInRoom) => latest.current(gap), [])
  const found = once(useGaps(list))
  const [binding, advised] = [true, false].map((binds) => found.filter(({ gap }) => gap.binding === binds)) as [GapInRoom[], GapInRoom[]]
  if (found.length === 0) return <p className="second">{t('missing.nothing')}</p>
  return (
    <>
      {binding.length === 0 && <p className="second">{t('missing.nothingBinding')}</p>}
      <Group title={t('missing.binding')} found={binding} open={binding.length <= atAGlance} onGo={go} />
      <Group title={t('missing.advised')} found={advised} open={found.length <= atAGlance} onGo={go} />
    </>
  )
}
