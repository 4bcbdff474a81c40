import { PlanPhase, type PlanRoom } from '@mreza/contracts-plans'
import { useTexts } from '@mreza/ui'
import { useEffect, useState } from 'react'
import { type PlanSection, planSections } from './document/plan-sections.ts'
import type { LiveRoom } from './live/live-room.ts'
import { useContents } from './panel/use-gaps.ts'
import styles from './plan.module.css'
import { usePlan } from './plan-context.ts'

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

/** The sections by the earliest phase of their goals; those without a goal stand by themselves. */
const useByPhase = (): readonly (readonly [PlanPhase | null, readonly (typeof planSections)[number][]])[] => {
  const { list } = usePlan()
  const goals = useContents(list).flatMap((content) => content.goals.filter(({ withdrawn }) => !withdrawn))
  const phaseOf = (section: PlanSection) =>
    PlanPhase.options.find((phase) => goals.some((goal) => goal.phase === phase && section.areas.includes(goal.area))) ?? null
  const phases = [...PlanPhase.options, null]
  return phases.map((phase) => [phase, planSections.filter((section) => phaseOf(section) === phase)] as const)
}

const Item = ({ id, isClosed = false, current }: { id: Part; isClosed?: boolean; current: Part | null }) => {
  const t = useTexts('plan')
  return (
    <li>
      <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
        {id === 'wishes' || id === 'agreed' ? t(id) : t(`section.${id}`)}
      </a>
      {isClosed && <span className="label"> {t('closed')}</span>}
    </li>
  )
}

/** The sections of the plan, under the phase in which their work begins; a closed one keeps its place and its name. */
export const PlanOutline = ({ rooms }: { rooms: ReadonlyMap<PlanRoom, LiveRoom> }) => {
  const t = useTexts('plan')
  const words = useTexts('words')
  const current = useCurrentPart()
  const groups = useByPhase().filter(([, sections]) => sections.length > 0)
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ul>
        <Item id="wishes" current={current} />
        <Item id="agreed" current={current} />
      </ul>
      {groups.map(([phase, sections]) => (
        <div key={phase}>
          {phase !== null && <p className="label">{words(`phase.${phase}`)}</p>}
          {phase === null && groups.length > 1 && <p className="label">{t('outline.noGoal')}</p>}
          <ul>
            {sections.map(({ id, room }) => (
              <Item key={id} id={id} isClosed={!rooms.has(room)} current={current} />
            ))}
          </ul>
        </div>
      ))}
      <ul className={styles.outlineEnd}>
        <Item id="voice" isClosed={!rooms.has('voice')} current={current} />
      </ul>
    </nav>
  )
}
