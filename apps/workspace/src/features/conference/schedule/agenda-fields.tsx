import { Button, TextField, useFormats, useTexts } from '@mreza/ui'
import { useRef } from 'react'
import styles from './schedule.module.css'
import { type ItemDraft, lengthOf, minutesOf, moved } from './schedule-draft.ts'
import type { ScheduleFieldsProps } from './schedule-fields.ts'

interface ItemFieldsProps extends Pick<ScheduleFieldsProps, 'isWrong'> {
  readonly item: ItemDraft
  readonly index: number
  readonly last: boolean
  readonly change: (part: Partial<ItemDraft>) => void
  readonly move: (by: 1 | -1) => void
  readonly remove: () => void
}

const ItemActs = ({
  number,
  first,
  last,
  move,
  remove,
}: Pick<ItemFieldsProps, 'last' | 'move' | 'remove'> & { number: number; first: boolean }) => {
  const t = useTexts('conference')
  return (
    <div className={styles.itemActs}>
      <Button kind="link" isDisabled={first} onPress={() => move(-1)} aria-label={t('agenda.moveUp', { number })}>
        {t('agenda.up')}
      </Button>
      <Button kind="link" isDisabled={last} onPress={() => move(1)} aria-label={t('agenda.moveDown', { number })}>
        {t('agenda.down')}
      </Button>
      <Button kind="link" onPress={remove} aria-label={t('agenda.removeItem', { number })}>
        {t('agenda.remove')}
      </Button>
    </div>
  )
}

const ItemFields = ({ item, index, last, change, move, remove, isWrong }: ItemFieldsProps) => {
  const t = useTexts('conference')
  const number = index + 1
  return (
    <li className={styles.item}>
      <TextField
        label={t('agenda.item', { number })}
        maxLength={200}
        value={item.title}
        onChange={(title) => change({ title })}
        error={isWrong(`agenda.${index}.title`) ? t('needed.title') : undefined}
      />
      <TextField
        label={t('agenda.minutes', { number })}
        inputMode="numeric"
        value={item.minutes}
        onChange={(minutes) => change({ minutes })}
        error={isWrong(`agenda.${index}.minutes`) ? t('needed.minutes') : undefined}
      />
      <ItemActs number={number} first={index === 0} last={last} move={move} remove={remove} />
    </li>
  )
}

const Total = ({ draft }: Pick<ScheduleFieldsProps, 'draft'>) => {
  const t = useTexts('conference')
  const { duration } = useFormats()
  const minutes = minutesOf(draft.agenda)
  return (
    <p className="second">
      {t('agenda.total', { length: duration(minutes * 60_000) })}. {minutes > lengthOf(draft) && <strong>{t('agenda.longer')}</strong>}
    </p>
  )
}

/** The items of the agenda: written, moved by buttons, taken out, added. */
export const AgendaFields = ({ draft, change, isWrong }: ScheduleFieldsProps) => {
  const t = useTexts('conference')
  const list = useRef<HTMLOListElement>(null)
  const { agenda } = draft
  const add = () => {
    const key = Math.max(0, ...agenda.map((item) => item.key)) + 1
    change({ agenda: [...agenda, { key, title: '', minutes: '10' }] })
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector('input')?.focus())
  }
  const put = (index: number, part: Partial<ItemDraft>) =>
    change({ agenda: agenda.map((item, at) => (at === index ? { ...item, ...part } : item)) })
  return (
    <>
      {agenda.length === 0 && <p className="second">{t('agenda.empty')}</p>}
      <ol ref={list} className={styles.items}>
        {agenda.map((item, index) => (
          <ItemFields
            key={item.key}
            item={item}
            index={index}
            last={index === agenda.length - 1}
            isWrong={isWrong}
            change={(part) => put(index, part)}
            move={(by) => change({ agenda: moved(agenda, index, index + by) })}
            remove={() => change({ agenda: agenda.toSpliced(index, 1) })}
          />
        ))}
      </ol>
      {agenda.length > 0 && <Total draft={draft} />}
      {agenda.length < 30 && <Button onPress={add}>{t('agenda.add')}</Button>}
    </>
  )
}
