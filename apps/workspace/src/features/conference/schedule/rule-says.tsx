import type { Priority } from '@mreza/contracts-agreements'
import type { Instant } from '@mreza/contracts-kernel'
import { useFormats, useNow, useTexts } from '@mreza/ui'
import { Facts } from '../facts.tsx'
import { asTitle, useSectorWords } from '../sector-words.ts'
import type { RuleAnswer } from './rule-answer.ts'

const Latest = ({ latest }: { latest: Instant | null }) => {
  const t = useTexts('conference')
  const formats = useFormats()
  const now = useNow()
  if (latest === null) return t('rule.latest.none')
  const moment = t('moment', { date: formats.fullDate(latest), time: formats.time(latest) })
  if (Date.parse(latest) > now.getTime()) return <strong>{moment}</strong>
  return (
    <>
      <strong>{moment}</strong> <br />
      {t('rule.latest.passed')}
    </>
  )
}

const useNotice = ({ rule }: RuleAnswer, priority: Priority): string | null => {
  const t = useTexts('conference')
  const notice = rule?.noticeBefore ?? null
  if (notice === null || priority === 'immediate') return null
  return t('rule.notice.text', { length: t(`length.${notice.unit}`, { count: notice.amount }) })
}

/** What the agreement of the case says: who must be there, how many decide, by when. */
export const RuleSays = ({ answer, priority }: { answer: RuleAnswer; priority: Priority }) => {
  const t = useTexts('conference')
  const sectorWords = useSectorWords()
  const notice = useNotice(answer, priority)
  const { rule, mandatory, latest } = answer
  if (rule === null) return <p>{t('rule.none')}</p>
  const sectors = (list: Parameters<typeof sectorWords>[0]) => (list.length === 0 ? null : asTitle(sectorWords(list)))
  return (
    <Facts
      facts={[
        [t('rule.mandatory'), sectors(mandatory)],
        [t('rule.optional'), sectors(rule.optionalSectors)],
        [t('rule.notified'), sectors(rule.notifiedSectors)],
        [t('rule.quorum'), t('rule.quorum.text', { count: Math.min(rule.quorum.atLeast, mandatory.length) })],
        [t('rule.latest'), <Latest key="latest" latest={latest} />],
        [t('rule.notice'), notice],
      ]}
    />
  )
}
