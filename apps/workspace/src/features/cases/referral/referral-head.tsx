import type { ReferralDetail } from '@mreza/contracts-conferences'
import { CaseFact, CaseHeader, useFormats, useNow, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { CaseClock } from '../case-clock.tsx'
import styles from '../cases.module.css'
import { IdentityReveal, type Look } from '../identity-reveal.tsx'
import { waitsForAnswer } from '../waits-for-answer.ts'
import { useInstitutionName, usePersonName } from '../who.tsx'
import { ReferralNext } from './referral-next.tsx'

const useLookAt = ({ id }: ReferralDetail) => {
  const reveal = useMutation(useApi().conferences.revealReferralIdentity.mutationOptions({ gcTime: 0 }))
  return async (look: Look) => {
    try {
      return await reveal.mutateAsync({ referralId: id, ...look })
    } finally {
      reveal.reset()
    }
  }
}

const Facts = ({ referral }: { referral: ReferralDetail }) => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const formats = useFormats()
  const now = useNow()
  const institutionName = useInstitutionName()
  const sentBy = usePersonName([referral.sentBy])(referral.sentBy)
  const sent = t('referral.sentAt', { when: formats.dayAndTime(referral.sentAt, now) })
  const answered = referral.answeredAt ?? referral.acknowledgedAt
  return (
    <>
      <CaseFact
        label={t('fact.priority')}
        second={referral.state === 'declined' ? t('clock.endedByDeclining') : <CaseClock clock={referral.clock} />}
      >
        {words(`priority.${referral.priority}`)}
      </CaseFact>
      <CaseFact label={t('fact.state')} second={answered === null ? undefined : formats.dayAndTime(answered, now)}>
        <span className={styles.sentence}>{t(`referral.state.${referral.state}`)}</span>
      </CaseFact>
      <CaseFact label={t('fact.from')} second={[sentBy, sent].filter(Boolean).join(' · ')}>
        {institutionName(referral.senderId)}
      </CaseFact>
      <CaseFact label={t('fact.to')} second={t(`ageGroup.about.${referral.ageGroup}`)}>
        {institutionName(referral.receiverId)}
      </CaseFact>
    </>
  )
}

/** The head of a referral: its clock, where it stands, the covered name, and what happens next. */
export const ReferralHead = ({ referral }: { referral: ReferralDetail }) => {
  const t = useTexts('cases')
  const look = useLookAt(referral)
  return (
    <CaseHeader
      code={t('referral.title')}
      name={waitsForAnswer(referral) ? <IdentityReveal onLook={look} /> : undefined}
      facts={<Facts referral={referral} />}
      next={<ReferralNext referral={referral} />}
    />
  )
}
