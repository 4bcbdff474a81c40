import { Page, PageHead, useTexts } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import { OpenSection } from '../obligations/open-section.tsx'
import { AgreementsSection } from './agreements-section.tsx'
import { LibrarySection } from './library-section.tsx'
import { OnRecordSection } from './on-record-section.tsx'
import { useAwaiting } from './use-awaiting.ts'
import { FirstToSign, WaitingSection } from './waiting-section.tsx'

/** What waits for my signature, then the network's agreements, the library, and where the record of the sources stands. */
export const ProtocolsPage = () => {
  const t = useTexts('protocols')
  const { subject } = useMe()
  const { asked, declined } = useAwaiting()
  const [first, ...others] = asked
  const second = asked.length > 0 ? t('page.waiting', { count: asked.length }) : t('page.second')
  return (
    <Page>
      <PageHead title={t('room.protocols.title')} second={second} />
      {first !== undefined && <FirstToSign agreement={first} />}
      <WaitingSection title={t('waiting.more')} agreements={others} />
      <WaitingSection title={t('waiting.later')} agreements={declined} />
      <AgreementsSection networkId={subject.networkId} />
      {subject.networkId !== null && <OpenSection networkId={subject.networkId} />}
      <LibrarySection first={first === undefined} />
      {subject.networkId !== null && <OnRecordSection networkId={subject.networkId} />}
    </Page>
  )
}
