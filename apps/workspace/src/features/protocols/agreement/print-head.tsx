import type { AgreementDetail } from '@mreza/contracts-agreements'
import { InOwnLanguage, useFormats, useNow, useTexts } from '@mreza/ui'
import { useStandsSince } from '../agreement-state-mark.tsx'
import styles from '../protocols.module.css'

/** What a printed agreement begins with: what it is, how far it has come, and when it was printed. */
export const PrintHead = ({ agreement }: { agreement: AgreementDetail }) => {
  const t = useTexts('protocols')
  const formats = useFormats()
  const now = useNow()
  const since = useStandsSince()
  const printed = t('printed', { date: formats.dateAfterPreposition(now), time: formats.time(now) })
  return (
    <div className="print-only" aria-hidden="true">
      <p className={styles.printTitle}>
        <InOwnLanguage text={agreement.title} />
      </p>
      <p>
        {t(`kind.${agreement.kind}`)} · {t(`state.${agreement.state}`)} · {since(agreement)} · {printed}
      </p>
    </div>
  )
}
