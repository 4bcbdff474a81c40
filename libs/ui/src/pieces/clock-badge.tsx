import { type ReactNode, useEffect, useRef } from 'react'
import { Icon, type IconName } from '../icons/icon.tsx'
import { useFormats, useTexts } from '../language.tsx'
import { useAnnounce } from '../live/live-region.tsx'
import { useNow } from '../now.tsx'
import styles from './clock-badge.module.css'
import { type ClockFace, type ClockState, clockStateAt } from './clock-state.ts'

const shapes: Readonly<Record<ClockState, IconName>> = { broken: 'broken', soon: 'warning', ontime: 'dial', paused: 'bars', done: 'check' }

const useTimeText = (face: ClockFace, state: ClockState, now: Date): string => {
  const formats = useFormats()
  if (state === 'done' && face.doneAt) return formats.dayAndTime(face.doneAt, now)
  if (state === 'paused' && face.pausedSince) return formats.since(face.pausedSince)
  return formats.timeLeft(face.due, now)
}

const useStateAnnouncement = (state: ClockState, what: string | undefined) => {
  const t = useTexts('ui')
  const announce = useAnnounce()
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (what !== undefined) announce(t(`clock.announce.${state}`, { what }), state === 'broken' ? 'assertive' : 'polite')
  }, [state, what, announce, t])
}

/** What a clock badge is given beside its deadline. */
export interface ClockBadgeProps extends ClockFace {
  /** What the deadline is of; a change of state is announced with it, once. */
  readonly what?: string | undefined
  /** The law or rule under the badge: *do 14:20 · neodložno, 24 h*. A paused clock says here why and who can start it. */
  readonly law?: ReactNode
  /** Takes the place of the time left, for a deadline with another measure. */
  readonly time?: string | undefined
}

/** A deadline: shape, word, time left. Renewed each minute; only for deadlines ({@link StateMark} is for the rest). */
export const ClockBadge = ({ what, law, time, ...face }: ClockBadgeProps) => {
  const t = useTexts('ui')
  const now = useNow()
  const state = clockStateAt(face, now)
  const text = useTimeText(face, state, now)
  useStateAnnouncement(state, what)
  const badge = (
    <span className={styles.clock} data-state={state}>
      <Icon name={shapes[state]} />
      {t(`clock.${state}`)} <span className={styles.time}>{time ?? text}</span>
    </span>
  )
  return law === undefined ? (
    badge
  ) : (
    <div className={styles.withLaw}>
      {badge}
      <span className={`label ${styles.law}`}>{law}</span>
    </div>
  )
}
