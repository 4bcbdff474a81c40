import type { ConferenceRule, Template } from '@mreza/contracts-agreements'
import type { Sector } from '@mreza/contracts-kernel'
import { useFormats, useTexts } from '@mreza/ui'
import styles from '../protocols.module.css'
import { Fact } from './fact.tsx'
import { useActor, useDeadline, useDuration } from './in-words.ts'

const useSectors = () => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const formats = useFormats()
  return (sectors: readonly Sector[]): string =>
    sectors.length === 0 ? t('nobody') : formats.list(sectors.map((sector) => words(`sector.${sector}`)))
}

const useMandatory = (conferenceRule: ConferenceRule): string => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const named = conferenceRule.mandatorySectors.map(({ sector, when }) =>
    when === 'always' ? words(`sector.${sector}`) : t('conference.child', { sector: words(`sector.${sector}`) }),
  )
  return named.join(' · ')
}

const RuleFacts = ({ content, rule }: { content: Template; rule: ConferenceRule }) => {
  const t = useTexts('protocols')
  const sectors = useSectors()
  const mandatory = useMandatory(rule)
  const deadline = useDeadline(content.procedure)
  const duration = useDuration()
  const actor = useActor()
  return (
    <dl className={styles.facts}>
      <Fact name={t('conference.mandatory')}>{mandatory}</Fact>
      <Fact name={t('conference.optional')}>{sectors(rule.optionalSectors)}</Fact>
      <Fact name={t('conference.notified')}>{sectors(rule.notifiedSectors)}</Fact>
      <Fact name={t('conference.quorum')}>{t('conference.quorum.of', { count: rule.quorum.atLeast })}</Fact>
      <Fact name={t('conference.latest')}>{deadline(rule.latest)}</Fact>
      {rule.latestImmediate !== null && <Fact name={t('conference.latestImmediate')}>{deadline(rule.latestImmediate)}</Fact>}
      <Fact name={t('conference.notice')}>{rule.noticeBefore === null ? t('conference.noNotice') : duration(rule.noticeBefore)}</Fact>
      <Fact name={t('conference.chair')}>{actor(rule.chairedBy)}</Fact>
      <Fact name={t('conference.record')}>{actor(rule.recordedBy)}</Fact>
    </dl>
  )
}

/** Who must meet about a case, by when, and when those who came may decide. */
export const ConferencePart = ({ content }: { content: Template }) =>
  content.conferenceRule === null ? null : <RuleFacts content={content} rule={content.conferenceRule} />
