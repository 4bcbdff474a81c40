import type { AgreementDetail } from '@mreza/contracts-agreements'
import { useFormats, useTexts } from '@mreza/ui'
import { draftLacks } from '../draft/parties-choice.ts'
import styles from '../protocols.module.css'

const useMissingOf = (agreement: AgreementDetail): readonly string[] => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const formats = useFormats()
  const { sectors, signatures } = agreement.missing
  const names = sectors.map((sector) => words(`sector.${sector}`))
  return [
    ...(signatures > 0 ? [t('missing.signatures', { count: signatures })] : []),
    ...(names.length > 0 ? [t('missing.sectors', { sectors: formats.list(names) })] : []),
  ]
}

const useLackingOf = (agreement: AgreementDetail): readonly string[] => {
  const t = useTexts('protocols')
  const words = useTexts('words')
  const chosen = agreement.parties.map(({ sector }) => sector)
  const lacks = draftLacks(agreement.content, chosen)
  const said = lacks.sectors.map((sector) => t('missing.party', { sector: words(`sector.${sector}`) }))
  if (lacks.parties > 0) said.push(t('missing.parties', { count: lacks.parties }))
  return said.length === 0 ? [t('missing.nothing')] : said
}

/** What stands between a draft and sending it, or between a sent agreement and its coming into force (AG2, AG8). */
export const StillMissing = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const missing = useMissingOf(agreement)
  const lacking = useLackingOf(agreement)
  const isDraft = agreement.sentAt === null
  if (!isDraft && agreement.state !== 'sent') return null
  return (
    <section className={styles.missing}>
      <h3>{t(isDraft ? 'missing.beforeSending' : 'missing')}</h3>
      <ul>
        {(isDraft ? lacking : missing).map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ul>
    </section>
  )
}
