import type { ReferralSummary } from '@mreza/contracts-conferences'
import { ClockBadge, HangingSection, Row, Rows, useFormats, useLocalized, useNow, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { clockFaceOf } from '../../api/clock-face.ts'
import { useInstitutions } from '../../api/institutions.ts'

const ReferralRow = ({ referral }: { referral: ReferralSummary }) => {
  const t = useTexts('today')
  const words = useTexts('words')
  const formats = useFormats()
  const localized = useLocalized()
  const now = useNow()
  const sender = useInstitutions().get(referral.senderId)
  const name = sender === undefined ? '' : localized(sender.name)
  return (
    <Row
      lead={
        <ClockBadge
          {...clockFaceOf(referral.clock)}
          what={t('referral.from', { sender: name })}
          law={words(`priority.${referral.priority}`)}
        />
      }
      title={
        <Link to="/cases/referrals/$referralId" params={{ referralId: referral.id }}>
          {t('referral.from', { sender: name })}
        </Link>
      }
      second={t(referral.state === 'acknowledged' ? 'referral.acknowledged' : 'referral.sent', {
        when: formats.dayAndTime(referral.sentAt, now),
      })}
    />
  )
}

/** Referrals that wait for the answer of one's institution. */
export const ReferralsSection = ({ referrals }: { referrals: readonly ReferralSummary[] }) => {
  const t = useTexts('today')
  if (referrals.length === 0) return null
  return (
    <HangingSection title={t('referrals')} summary={t('referrals.summary', { count: referrals.length })}>
      <Rows lead="clock">
        {referrals.map((referral) => (
          <ReferralRow key={referral.id} referral={referral} />
        ))}
      </Rows>
    </HangingSection>
  )
}
