import type { CommentThread, ThreadId } from '@mreza/contracts-plans'
import { ChoiceButton, useTexts } from '@mreza/ui'
import { useState } from 'react'
import { useMe } from '../../../api/session.ts'
import { planSections } from '../document/plan-sections.ts'
import type { Beginning } from '../document-page.tsx'
import { usePlan } from '../plan-context.ts'
import { BeginThread } from './begin-thread.tsx'
import styles from './panel.module.css'
import { ThreadNote } from './thread-note.tsx'
import { useThreads } from './use-threads.ts'
import { type PartOfPage, whereIs } from './where.ts'

const filters = ['open', 'mine', 'resolved'] as const
type Filter = (typeof filters)[number]

const order: readonly PartOfPage[] = ['wishes', 'agreed', ...planSections.map(({ id }) => id), 'voice']

const useShown = (filter: Filter): readonly CommentThread[] => {
  const { subject } = useMe()
  const { rooms } = usePlan()
  const threads = useThreads()
  const partOf = ({ room, anchor }: CommentThread) => {
    const live = rooms.get(room)
    return live === undefined ? order.length : order.indexOf(whereIs(live, anchor.place).part)
  }
  const concernsMe = ({ comments }: CommentThread) =>
    comments.some(({ by, mentions }) => by === subject.personId || mentions.includes(subject.personId))
  return threads
    .filter((thread) => (thread.resolved !== null) === (filter === 'resolved') && (filter !== 'mine' || concernsMe(thread)))
    .sort((a, b) => partOf(a) - partOf(b))
}

/** The conversations beside the text in the order of the page, and the one that is being begun. */
export const CommentList = ({
  beginning,
  onEnd,
  onAway,
  thread,
}: {
  beginning: Beginning | null
  onEnd: () => void
  onAway: () => void
  thread: ThreadId | null
}) => {
  const t = useTexts('plan')
  const [filter, setFilter] = useState<Filter>('open')
  const shown = useShown(filter)
  return (
    <>
      {beginning !== null && <BeginThread key={beginning.anchor.from ?? ''} beginning={beginning} onEnd={onEnd} />}
      <p className={styles.filter}>
        <span className="label">{t('comments.filter')}</span>{' '}
        <ChoiceButton
          label={t('comments.filter')}
          nothing=""
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({ value, label: t(`comments.filter.${value}`) }))}
        />
      </p>
      {shown.length === 0 && <p className="second">{t(`comments.none.${filter}`)}</p>}
      {shown.map((each) => (
        <ThreadNote key={each.id} thread={each} current={each.id === thread} onAway={onAway} />
      ))}
    </>
  )
}
