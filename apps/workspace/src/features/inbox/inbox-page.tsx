import { Page, PageHead, useTexts } from '@mreza/ui'

/** The first page of the room. */
export const InboxPage = () => {
  const t = useTexts('inbox')
  return (
    <Page>
      <PageHead title={t('room.inbox.title')} />
    </Page>
  )
}
