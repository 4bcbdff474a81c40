import { useFormats, useTexts } from '@mreza/ui'
import { useEffect, useState } from 'react'
import { timeOf } from './agenda-clock.ts'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

/** The time of now, renewed each second while it runs. */
const useSeconds = (runs: boolean): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [runs])
  return now
}

/** What is left of the current item. It says when the time is over and does nothing else. */
export const AgendaTimer = ({ minutes }: { minutes: number }) => {
  const t = useTexts('conference')
  const { duration } = useFormats()
  const { place } = useRoom()
  const time = timeOf(place, minutes, Math.max(useSeconds(place.since !== null), place.since ?? 0))
  return (
    <>
      <p className="label">{t(time.over ? 'timer.over' : 'timer.left')}</p>
      <p className={styles.timer} role="timer">
        {time.text}
      </p>
      <p className="label">{t('timer.of', { length: duration(minutes * 60_000) })}</p>
    </>
  )
}
