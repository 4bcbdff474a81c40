import { Page, PageHead, useTexts } from '@mreza/ui'

/** The first page of the room. */
export const CasesPage = () => {
  const t = useTexts('cases')
  return (
    <Page>
      <PageHead title={t('room.cases.title')} />
    </Page>
  )
}
