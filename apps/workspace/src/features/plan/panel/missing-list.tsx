import { textForCode } from '@mreza/i18n'
import { Button, useLanguage, useTexts } from '@mreza/ui'
import { memo, useCallback, useRef, useState } from 'react'
import { contentOf } from '../document/use-content.ts'
import { usePlan } from '../plan-context.ts'
import styles from './panel.module.css'
import { type GapInRoom, useFromContents, useGaps } from './use-gaps.ts'

/** The name of what a gap concerns: the goal's sentence, or the area; as it is written. */
const Concern = ({ found: { room, gap } }: { found: GapInRoom }) => {
  const t = useTexts('plan')
  const { list } = usePlan()
  const words = useFromContents(list, () => {
    const goal = contentOf(room).goals.find(({ id }) => id === gap.goalId)
    return goal?.activities.find(({ id }) => id === gap.activityId)?.what || goal?.outcome || ''
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

const Group = ({ title, found, onGo }: { title: string; found: readonly GapInRoom[]; onGo: (found: GapInRoom) => void }) => {
  if (found.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.group}>{title}</h3>
      <ul className={styles.missing}>
        {found.map((each) => (
          <Item key={keyOf(each)} found={each} onGo={onGo} />
        ))}
      </ul>
    </section>
  )
}

/** What is missing before the plan can be approved, in the rooms that are open to the reader: what binds, then what is advised. */
export const MissingList = ({ onGo }: { onGo: (found: GapInRoom) => void }) => {
  const t = useTexts('plan')
  const { list } = usePlan()
  const latest = useRef(onGo)
  latest.current = onGo
  const go = useCallback((gap: GapInRoom) => latest.current(gap), [])
  const found = once(useGaps(list))
  const binding = found.filter(({ gap }) => gap.binding)
  if (found.length === 0) return <p className="second">{t('missing.nothing')}</p>
  return (
    <>
      {binding.length === 0 && <p className="second">{t('missing.nothingBinding')}</p>}
      <Group title={t('missing.binding')} found={binding} onGo={go} />
      <Group title={t('missing.advised')} found={found.filter(({ gap }) => !gap.binding)} onGo={go} />
    </>
  )
}
