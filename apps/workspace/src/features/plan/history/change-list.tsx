import { Icon, useTexts, VisuallyHidden } from '@mreza/ui'
import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import type { Change } from './changes.ts'
import styles from './history.module.css'
import { useChangeWords } from './use-change-sentence.tsx'

/** How changed words are set: one text with both, or the two texts beside each other. */
export type CompareLook = 'inline' | 'sides'

const Words = ({ was, now, look }: { was: string; now: string; look: CompareLook }) => {
  const t = useTexts('plan')
  const parts = useMemo(() => diffWordsWithSpace(was, now), [was, now])
  const one = (side: 'was' | 'now' | 'both') =>
    parts
      .filter(({ added, removed }) => (side === 'was' ? !added : side === 'now' ? !removed : true))
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts are the text in its order and have no other name
      .map(({ value, added, removed }, at) => (added ? <ins key={at}>{value}</ins> : removed ? <del key={at}>{value}</del> : value))
  if (look === 'inline') return <p className={styles.words}>{one('both')}</p>
  return (
    <div className={styles.sides}>
      <div>
        <span className="label">{t('compare.was')}</span>
        <p className={styles.words}>{one('was')}</p>
      </div>
      <div>
        <span className="label">{t('compare.now')}</span>
        <p className={styles.words}>{one('now')}</p>
      </div>
    </div>
  )
}

const One = ({ change, look, words }: { change: Change; look: CompareLook; words: ReturnType<typeof useChangeWords> }) => {
  const t = useTexts('plan')
  if (change.kind === 'item') return <p>{words.itemOf(change)}</p>
  if (change.kind === 'text')
    return (
      <>
        <p className="label">
          {words.nameOfText(change.text)} {words.about(change)}
        </p>
        <Words was={change.was} now={change.now} look={look} />
      </>
    )
  const { name, values } = words.factOf(change.change)
  return (
    <>
      <p className="label">{words.about(change)}</p>
      <p className={styles.fact}>
        {name}: <del>{values[0]}</del> <Icon name="arrow" />
        <VisuallyHidden>{t('compare.becomes')}</VisuallyHidden> <ins>{values[1]}</ins>
      </p>
    </>
  )
}

/** The differences of one room, one under the other. */
export const ChangeList = ({ changes, look }: { changes: readonly Change[]; look: CompareLook }) => {
  const t = useTexts('plan')
  const words = useChangeWords(changes)
  if (changes.length === 0) return <p className="second">{t('compare.same')}</p>
  return (
    <ul className={styles.changes}>
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a difference has no name but its place in the list
        <li key={at}>
          <One change={change} look={look} words={words} />
        </li>
      ))}
    </ul>
  )
}
