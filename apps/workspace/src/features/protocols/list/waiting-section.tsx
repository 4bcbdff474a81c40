import type { AgreementSummary } from '@mreza/contracts-agreements'
import { buttonClass, FirstThing, HangingSection, InOwnLanguage, Row, Rows, useFormats, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useMe } from '../../../api/session.ts'
import { standingOf } from '../standing-of.ts'

const useAskedOn = () => {
  const t = useTexts('protocols')
  const formats = useFormats()
  return ({ sentAt }: AgreementSummary): string => (sentAt === null ? '' : t('first.asked', { date: formats.dateAfterPreposition(sentAt) }))
}

/** The agreement that has waited longest for my signature. */
export const FirstToSign = ({ agreement }: { agreement: AgreementSummary }) => {
  const t = useTexts('protocols')
  const askedOn = useAskedOn()
  return (
    <FirstThing
      label={t('first.label')}
      title={<InOwnLanguage text={agreement.title} />}
      action={
        <Link className={buttonClass('primary')} to="/protocols/$agreementId" params={{ agreementId: agreement.id }}>
          {t('first.open')}
        </Link>
      }
    >
      <span className="second">{askedOn(agreement)}</span>
    </FirstThing>
  )
}

/** The rest of what may be signed. */
export const WaitingSection = ({ title, agreements }: { title: string; agreements: readonly AgreementSummary[] }) => {
  const t = useTexts('protocols')
  const askedOn = useAskedOn()
  const { subject } = useMe()
  if (agreements.length === 0) return null
  return (
    <HangingSection title={title}>
      <Rows>
        {agreements.map((agreement) => (
          <Row
            key={agreement.id}
            title={
              <Link to="/protocols/$agreementId" params={{ agreementId: agreement.id }}>
                <InOwnLanguage text={agreement.title} />
              </Link>
            }
            second={standingOf(agreement, subject.institutionId)?.state === 'declined' ? t('waiting.declined') : askedOn(agreement)}
          />
        ))}
      </Rows>
    </HangingSection>
  )
}
