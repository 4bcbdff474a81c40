import type { ReferralSummary } from '@mreza/contracts-conferences'
import { Button, Row, Rows, StateMark, useFormats, useNow, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { CaseClock } from '../case-clock.tsx'
import styles from '../cases.module.css'
import { Loaded } from '../opened.tsx'
import { waitsForAnswer } from '../waits-for-answer.ts'
import { useInstitutionName } from '../who.tsx'

type Box = 'received' | 'sent'

const Lead = ({ referral }: { referral: ReferralSummary }) => {
  const t = useTexts('cases')
  if (waitsForAnswer(referral)) return <CaseClock clock={referral.clock} bare />
  return <StateMark state={referral.state === 'taken' ? 'yes' : 'no'}>{t(`referral.state.${referral.state}`)}</StateMark>
}

const ReferralRow = ({ referral, box }: { referral: ReferralSummary; box: Box }) => {
  const t = useTexts('cases')
  const words = useTexts('words')
  const formats = useFormats()
  const now = useNow()
  const institution = useInstitutionName()(box === 'received' ? referral.senderId : referral.receiverId)
  const state = waitsForAnswer(referral) ? [t(`referral.state.${referral.state}`)] : []
  const facts = [...state, words(`priority.${referral.priority}`), t(`ageGroup.${referral.ageGroup}`)]
  return (
    <Row
      lead={<Lead referral={referral} />}
      title={
        <Link to="/cases/referrals/$referralId" params={{ referralId: referral.id }}>
          {t(box === 'received' ? 'referral.from' : 'referral.to', { institution })}
        </Link>
      }
      second={[...facts, t('referral.sentAt', { when: formats.dayAndTime(referral.sentAt, now) })].join(' · ')}
    />
  )
}

const ReferralRows = ({ referrals, box }: { referrals: readonly ReferralSummary[]; box: Box }) => {
  const t = useTexts('cases')
  const [all, setAll] = useState(false)
  const waiting = referrals.filter(waitsForAnswer)
  const answered = referrals.length - waiting.length
  const shown = all ? referrals : waiting
  return (
    <>
      {shown.length > 0 && (
        <Rows lead="clock" label={t(`referrals.${box}`)}>
          {shown.map((referral) => (
            <ReferralRow key={referral.id} referral={referral} box={box} />
          ))}
        </Rows>
      )}
      {shown.length === 0 && <p className="second">{t(`referrals.none.${box}`)}</p>}
      {answered > 0 && (
        <Button kind="link" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? t('referrals.fewer') : t('referrals.answered', { count: answered })}
        </Button>
      )}
    </>
  )
}

/** The referrals that one's institution received or sent; those that wait for an answer first, the others on demand. */
export const ReferralBox = ({ box }: { box: Box }) => {
  const t = useTexts('cases')
  const query = useQuery(useApi().conferences.listReferrals.queryOptions({ box }))
  return (
    <div className={styles.box}>
      <h3>{t(`referrals.${box}`)}</h3>
      <Loaded query={query}>{(referrals) => <ReferralRows referrals={referrals} box={box} />}</Loaded>
    </div>
  )
}
