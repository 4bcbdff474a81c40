import { canInConferences } from '@mreza/contracts-conferences'
import { EmptyState, Page, PageHead, useTexts } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import { ReferralForm } from './referral-form.tsx'

/** Where a referral is written. */
export const ReferPage = () => {
  const t = useTexts('cases')
  const { subject } = useMe()
  const { networkId } = subject
  const may = networkId !== null && canInConferences(subject, 'referral.send', { networkId })
  return (
    <Page>
      <PageHead title={t('refer.title')} second={may ? t('refer.second') : undefined} />
      {may ? <ReferralForm /> : <EmptyState title={t('refer.notHere')}>{t('refer.notHere.why')}</EmptyState>}
    </Page>
  )
}
