import type { ReferralDetail } from '@mreza/contracts-conferences'
import type { ReferralId } from '@mreza/contracts-kernel'
import { AsideBlock, HangingSection, Page, useTexts, WithAside } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../../api/api-context.tsx'
import styles from '../cases.module.css'
import { Opened } from '../opened.tsx'
import { OwnWords } from '../own-words.tsx'
import { Signs } from '../signs.tsx'
import { ReferralHead } from './referral-head.tsx'

const Content = ({ referral: { content } }: { referral: ReferralDetail }) => {
  const t = useTexts('cases')
  return (
    <>
      <HangingSection title={t('file.story')}>
        <p className={`prose ${styles.prose}`}>{content.whatHappened}</p>
      </HangingSection>
      <HangingSection title={t('file.urgency')} summary={t('file.urgency.note')}>
        <p className={`prose ${styles.prose}`}>{content.priorityReason}</p>
      </HangingSection>
      <HangingSection title={t('file.safety')}>
        {content.immediateSafety === null ? (
          <p className="second">{t('file.safety.none')}</p>
        ) : (
          <p className={`prose ${styles.prose}`}>{content.immediateSafety}</p>
        )}
      </HangingSection>
      <HangingSection title={t('file.signs')}>
        <Signs ids={content.indicators} />
      </HangingSection>
    </>
  )
}

const Aside = ({ referral }: { referral: ReferralDetail }) => {
  const t = useTexts('cases')
  return (
    <>
      <AsideBlock title={t('file.wishes')}>
        <OwnWords words={referral.content.wishes} />
      </AsideBlock>
      <AsideBlock title={t('referral.readers')}>
        <p className="second">{t('referral.readers.note')}</p>
      </AsideBlock>
    </>
  )
}

/** A referral as its two institutions read it. */
export const ReferralPage = () => {
  const t = useTexts('cases')
  const referralId = useParams({ strict: false, select: (params) => params.referralId }) as ReferralId
  const query = useQuery(useApi().conferences.readReferral.queryOptions({ referralId }))
  return (
    <Opened query={query}>
      {(referral) => (
        <Page>
          <ReferralHead referral={referral} />
          <WithAside aside={<Aside referral={referral} />} asideLabel={t('referral.aside')}>
            <Content referral={referral} />
          </WithAside>
        </Page>
      )}
    </Opened>
  )
}
