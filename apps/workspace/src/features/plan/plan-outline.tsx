import { PlanPhase, type PlanRoom } from '@mreza/contracts-plans'
import type { PlanContent } from '@mreza/plan-document'
import { useTexts } from '@mreza/ui'
import { useEffect, useState } from 'react'
import { type PlanSection, planSections } from './document/plan-sections.ts'
import type { LiveRoom } from './live/live-room.ts'
import { useFromContents } from './panel/use-gaps.ts'
import styles from './plan.module.css'
import { usePlan } from './plan-context.ts'

type Section = (typeof planSections)[number]
type Part = PlanSection['id'] | 'wishes' | 'agreed' | 'voice'
const parts: readonly Part[] = ['wishes', 'agreed', ...planSections.map(({ id }) => id), 'voice']

/** The part of the page that one reads: the last whose heading has passed the upper third. */
const useCurrentPart = (): Part | null => {
  const [current, setCurrent] = useState<Part | null>(null)
  useEffect(() => {
    let waiting = 0
    const look = () => {
      waiting = 0
      const passed = parts.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 3)
      setCurrent(passed.at(-1) ?? null)
    }
    const onScroll = () => {
      if (waiting === 0) waiting = requestAnimationFrame(look)
    }
    addEventListener('scroll', onScroll, { passive: true })
    onScroll()
    return () => {
      cancelAnimationFrame(waiting)
      removeEventListener('scroll', onScroll)
    }
  }, [])
  return current
}

type Group = PlanPhase | 'noGoal' | 'closed'

/** Where there are goals, and in which phase: *area phase*, once each. */
const placesIn = (contents: readonly PlanContent[]): readonly string[] => [
  ...new Set(contents.flatMap(({ goals }) => goals.filter(({ withdrawn }) => !withdrawn).map(({ area, phase }) => `${area} ${phase}`))),
]
const sameWords = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((word, at) => word === b[at])

/** The sections by the earliest phase of their goals; those without a goal, and those of which one sees nothing, stand by themselves. */
const useGroups = (rooms: ReadonlyMap<PlanRoom, LiveRoom>): readonly (readonly [Group, readonly Section[]])[] => {
  const { list } = usePlan()
  const goals = useFromContents(list, placesIn, sameWords)
  const groupOf = (section: Section): Group => {
    if (!rooms.has(section.room)) return 'closed'
    return PlanPhase.options.find((phase) => section.areas.some((area) => goals.includes(`${area} ${phase}`))) ?? 'noGoal'
  }
  const groups: readonly Group[] = [...PlanPhase.options, 'noGoal', 'closed']
  return groups.map((group) => [group, planSections.filter((section) => groupOf(section) === group)] as const)
}

const Item = ({ id, current }: { id: Part; current: Part | null }) => {
  const t = useTexts('plan')
  return (
    <li>
      <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
        {id === 'wishes' || id === 'agreed' ? t(id) : t(`section.${id}`)}
      </a>
    </li>
  )
}

const useGroupName = () => {
  const t = useTexts('plan')
  const words = useTexts('words')
  return (group: Group): string => {
    if (group === 'closed') return t('closed')
    return group === 'noGoal' ? t('outline.noGoal') : words(`phase.${group}`)
  }
}

/** The sections of the plan, under the phase in which their work begins; a closed one keeps its name. */
export const PlanOutline = ({ rooms }: { rooms: ReadonlyMap<PlanRoom, LiveRoom> }) => {
  const t = useTexts('plan')
  const nameOf = useGroupName()
  const current = useCurrentPart()
  const hasVoice = rooms.has('voice')
  const groups = useGroups(rooms).filter(([group, sections]) => sections.length > 0 || (group === 'closed' && !hasVoice))
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ul>
        <Item id="wishes" current={current} />
        <Item id="agreed" current={current} />
      </ul>
      {groups.map(([group, sections]) => (
        <div key={group}>
          {(groups.length > 1 || group !== 'noGoal') && <p className="label">{nameOf(group)}</p>}
          <ul>
            {sections.map(({ id }) => (
              <Item key={id} id={id} current={current} />
            ))}
            {group === 'closed' && !hasVoice && <Item id="voice" current={current} />}
          </ul>
        </div>
      ))}
      {hasVoice && (
        <ul className={styles.outlineEnd}>
          <Item id="voice" current={current} />
        </ul>
      )}
    </nav>
  )
}
