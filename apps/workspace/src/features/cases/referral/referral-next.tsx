import { canInConferences, type ReferralDetail } from '@mreza/contracts-conferences'
import { buttonClass, NextStep, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useMe } from '../../../api/session.ts'
import { scriptOf } from '../own-words.tsx'
import { waitsForAnswer } from '../waits-for-answer.ts'
import { useInstitutionName } from '../who.tsx'
import { ReferralAnswer } from './referral-answer.tsx'

const Waiting = ({ referral }: { referral: ReferralDetail }) => {
  const t = useTexts('cases')
  const { subject } = useMe()
  const institution = useInstitutionName()(referral.receiverId)
  const mine = canInConferences(subject, 'referral.answer', referral)
  const said = mine ? t(`referral.next.${referral.state === 'sent' ? 'answer' : 'decide'}`) : t('referral.next.wait', { institution })
  return (
    <NextStep label={t('next.label')} actions={mine ? <ReferralAnswer referral={referral} /> : undefined}>
      {said}
    </NextStep>
  )
}

const Declined = ({ reason }: { reason: string | null }) => {
  const t = useTexts('cases')
  return (
    <NextStep label={t('referral.declined.reason')}>
      <span lang={reason === null ? undefined : scriptOf(reason)}>{reason ?? t('referral.declined.unsaid')}</span>
    </NextStep>
  )
}

/** What happens next with a referral: it is answered, or its answer is read. */
export const ReferralNext = ({ referral }: { referral: ReferralDetail }) => {
  const t = useTexts('cases')
  if (waitsForAnswer(referral)) return <Waiting referral={referral} />
  if (referral.state === 'declined') return <Declined reason={referral.declineReason} />
  const { caseId } = referral
  const open = caseId !== null && (
    <Link to="/cases/$caseId" params={{ caseId }} className={buttonClass('primary')}>
      {t('referral.openCase')}
    </Link>
  )
  return (
    <NextStep label={t('next.label')} actions={open}>
      {t('referral.next.taken')}
    </NextStep>
  )
}
