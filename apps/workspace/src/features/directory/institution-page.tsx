import { Page, PageHead, useTexts } from '@mreza/ui'

/** The page of one of them. */
export const InstitutionPage = () => {
  const t = useTexts('directory')
  return (
    <Page>
      <PageHead title={t('room.directory.title')} />
    </Page>
  )
}
