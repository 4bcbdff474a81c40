import { Page, PageHead, useTexts } from '@mreza/ui'

/** The first page of the room. */
export const ProtocolsPage = () => {
  const t = useTexts('protocols')
  return (
    <Page>
      <PageHead title={t('room.protocols.title')} />
    </Page>
  )
}
