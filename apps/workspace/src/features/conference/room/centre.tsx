import { useTexts } from '@mreza/ui'
import { useId } from 'react'
import { MyAnswer } from '../invitation/my-answer.tsx'
import { ConferenceFacts } from './conference-facts.tsx'
import { Decisions } from './decisions.tsx'
import { PlanBeside } from './plan-beside.tsx'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

/** The item of which one speaks, or the conference as a whole before and after it. */
const useHeading = (): string => {
  const t = useTexts('conference')
  const { conference, place } = useRoom()
  const current = conference.state === 'under-way' ? conference.agenda[place.item] : undefined
  return current === undefined ? t('about') : t('heading', { number: place.item + 1, title: current.title })
}

/** The answer of one's institution, while it may still be changed. */
const OwnAnswer = () => {
  const t = useTexts('conference')
  const { conference, leads } = useRoom()
  const name = useId()
  if (conference.state !== 'scheduled' || conference.myInvitation === null) return null
  return (
    <section aria-labelledby={name} className={styles.part}>
      <h2 id={name}>{t('answer')}</h2>
      <MyAnswer conference={conference} primary={!leads} />
    </section>
  )
}

/** The middle column: what it is about, the plan, the decisions. */
export const Centre = () => {
  const name = useId()
  const heading = useHeading()
  const isCancelled = useRoom().conference.state === 'cancelled'
  return (
    <div>
      <section aria-labelledby={name} className={styles.about}>
        <h2 id={name}>{heading}</h2>
        <ConferenceFacts />
      </section>
      <OwnAnswer />
      {!isCancelled && <PlanBeside />}
      {!isCancelled && <Decisions />}
    </div>
  )
}
