import type { Template } from '@mreza/contracts-agreements'
import { InOwnLanguage, useFormats, useTexts } from '@mreza/ui'
import styles from '../protocols.module.css'
import { Fact } from './fact.tsx'
import { useDuration, useFrequency } from './in-words.ts'
import { useSource } from './use-source.ts'

const useRule = ({ entryIntoForce: rule }: Template): string => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const formats = useFormats()
  const sectors = formats.list(rule.requiredSectors.map((sector) => words(`sector.${sector}`)))
  return rule.kind === 'at-least' ? t('entry.atLeast', { count: rule.signatures, sectors }) : t('entry.allRequired', { sectors })
}

const Ladder = ({ content }: { content: Template }) => (
  <ol className={styles.ladder}>
    {content.disputes.map((rung) => (
      <li key={rung.en}>
        <InOwnLanguage text={rung} />
      </li>
    ))}
  </ol>
)

const Sources = ({ content }: { content: Template }) => {
  const source = useSource()
  return (
    <ul>
      {content.sources.map((provision) => (
        <li key={provision.document}>{source(provision)}</li>
      ))}
    </ul>
  )
}

/** When it begins to bind, how long, and how it is changed, joined, left and argued about. */
export const EntryPart = ({ content }: { content: Template }) => {
  const t = useTexts('protocols')
  const duration = useDuration()
  const frequency = useFrequency()
  return (
    <dl className={styles.facts}>
      <Fact name={t('entry.rule')}>
        {useRule(content)}. <span className="label">{t('entry.noDate')}</span>
      </Fact>
      <Fact name={t('entry.duration')}>{content.duration === null ? t('entry.indefinite') : duration(content.duration)}</Fact>
      <Fact name={t('entry.review')}>{frequency(content.review)}</Fact>
      <Fact name={t('entry.amendment')}>
        <InOwnLanguage text={content.amendment} />
      </Fact>
      <Fact name={t('entry.accession')}>
        <InOwnLanguage text={content.accession} />
      </Fact>
      <Fact name={t('entry.withdrawal', { duration: duration(content.withdrawal.notice) })}>
        <InOwnLanguage text={content.withdrawal.text} />
      </Fact>
      <Fact name={t('entry.disputes')}>
        <Ladder content={content} />
      </Fact>
      <Fact name={t('sources')}>
        <Sources content={content} />
      </Fact>
    </dl>
  )
}
