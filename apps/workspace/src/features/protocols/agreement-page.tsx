import { Page, PageHead, useTexts } from '@mreza/ui'

/** The page of one of them. */
export const AgreementPage = () => {
  const t = useTexts('protocols')
  return (
    <Page>
      <PageHead title={t('room.protocols.title')} />
    </Page>
  )
}
