import { canInConferences } from '@mreza/contracts-conferences'
import { buttonClass, HangingSection, Page, PageHead, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'
import { Loaded } from '../opened.tsx'
import { waitsForAnswer } from '../waits-for-answer.ts'
import { CaseList } from './case-list.tsx'
import { ReferralBox } from './referral-box.tsx'

/** How many referrals wait for an answer, as a link to where they stand further down. */
const Waiting = () => {
  const t = useTexts('cases')
  const { data = [] } = useQuery(useApi().conferences.listReferrals.queryOptions({ box: 'received' }))
  const count = data.filter(waitsForAnswer).length
  return count === 0 ? t('list.nothingWaits') : <a href="#referrals">{t('list.waiting', { count })}</a>
}

const SendReferral = () => {
  const t = useTexts('cases')
  const { subject } = useMe()
  const { networkId } = subject
  if (networkId === null || !canInConferences(subject, 'referral.send', { networkId })) return null
  return (
    <Link to="/cases/refer" className={buttonClass('primary')}>
      {t('refer.action')}
    </Link>
  )
}

/** The first page of the room: one's cases, and the referrals of one's institution. */
export const CasesPage = () => {
  const t = useTexts('cases')
  const cases = useQuery(useApi().conferences.listCases.queryOptions({}))
  return (
    <Page>
      <PageHead title={t('room.cases.title')} second={<Waiting />} actions={<SendReferral />} />
      <HangingSection title={t('list.mine')} summary={t('list.mine.order')}>
        <Loaded query={cases}>{(list) => <CaseList cases={list} />}</Loaded>
      </HangingSection>
      <HangingSection id="referrals" title={t('list.referrals')} summary={t('list.referrals.order')}>
        <ReferralBox box="received" />
        <ReferralBox box="sent" />
      </HangingSection>
    </Page>
  )
}
