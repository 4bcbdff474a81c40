import { Button, ButtonRow, useFormats, useTexts } from '@mreza/ui'
import { useId } from 'react'
import { clockFaceOf } from '../../../api/clock-face.ts'
import { scriptOf } from '../../cases/own-words.tsx'
import { AgendaTimer } from './agenda-timer.tsx'
import { CaseDeadline } from './case-deadline.tsx'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const ItemActs = () => {
  const t = useTexts('conference')
  const { conference, place, go } = useRoom()
  const { item, since } = place
  const isLast = item === conference.agenda.length - 1
  return (
    <>
      <ButtonRow>
        {since === null && <Button onPress={() => go(item)}>{t('timer.start')}</Button>}
        {since !== null && !isLast && <Button onPress={() => go(item + 1)}>{t('timer.next')}</Button>}
        {item > 0 && (
          <Button kind="link" onPress={() => go(item - 1)}>
            {t('timer.previous')}
          </Button>
        )}
      </ButtonRow>
      <p className="label">{t('timer.note')}</p>
    </>
  )
}

/** The items, the current one marked while the conference is under way. `controls` are left out on the wall. */
export const AgendaItems = ({ controls = true }: { controls?: boolean }) => {
  const t = useTexts('conference')
  const { duration } = useFormats()
  const { conference, place } = useRoom()
  const underWay = conference.state === 'under-way'
  if (conference.agenda.length === 0) return <p className="second">{t('agenda.none')}</p>
  return (
    <ol className={styles.agenda}>
      {conference.agenda.map(({ title, minutes }, index) => {
        const isCurrent = underWay && index === place.item
        const isDone = conference.state === 'closed' || (underWay && index < place.item)
        return (
          // The agenda is fixed once the conference is called: an item is its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} data-state={isDone ? 'done' : undefined} aria-current={isCurrent ? 'step' : undefined}>
            <span className={isCurrent ? 'strong' : undefined}>{index + 1}</span>
            <div>
              <p className={isCurrent ? 'strong' : undefined} lang={scriptOf(title)}>
                {title}
              </p>
              {isCurrent && <AgendaTimer minutes={minutes} />}
              {isCurrent && controls && <ItemActs />}
            </div>
            {!isCurrent && <span className="label nowrap">{duration(minutes * 60_000)}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** The left column: the agenda, below it the deadline of the case that falls first. */
export const Agenda = () => {
  const t = useTexts('conference')
  const name = useId()
  const { file } = useRoom()
  const clock = file?.firstClock ?? null
  return (
    <section aria-labelledby={name} className={styles.agendaColumn}>
      <h2 id={name}>{t('agenda')}</h2>
      <AgendaItems />
      {clock !== null && <CaseDeadline face={clockFaceOf(clock)} label={clock.label} />}
    </section>
  )
}
