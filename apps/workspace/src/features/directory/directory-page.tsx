import { Page, PageHead, useTexts } from '@mreza/ui'

/** The first page of the room. */
export const DirectoryPage = () => {
  const t = useTexts('directory')
  return (
    <Page>
      <PageHead title={t('room.directory.title')} />
    </Page>
  )
}
