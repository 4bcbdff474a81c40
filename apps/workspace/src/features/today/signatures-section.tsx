import type { AgreementSummary } from '@mreza/contracts-agreements'
import { HangingSection, InOwnLanguage, Row, Rows, useFormats, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'

/** Agreements that wait for the signature of the head of one's institution. */
export const SignaturesSection = ({ agreements }: { agreements: readonly AgreementSummary[] }) => {
  const t = useTexts('today')
  const formats = useFormats()
  if (agreements.length === 0) return null
  return (
    <HangingSection title={t('signatures')} summary={t('signatures.summary', { count: agreements.length })}>
      <Rows>
        {agreements.map((agreement) => (
          <Row
            key={agreement.id}
            title={
              <Link to="/protocols/$agreementId" params={{ agreementId: agreement.id }}>
                <InOwnLanguage text={agreement.title} />
              </Link>
            }
            second={
              agreement.sentAt === null
                ? t('signature.asked')
                : t('signature.sent', { date: formats.dateAfterPreposition(agreement.sentAt) })
            }
          />
        ))}
      </Rows>
    </HangingSection>
  )
}
