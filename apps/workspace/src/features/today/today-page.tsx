import { Page, PageHead, useTexts } from '@mreza/ui'

/** The first page of the room. */
export const TodayPage = () => {
  const t = useTexts('today')
  return (
    <Page>
      <PageHead title={t('room.today.title')} />
    </Page>
  )
}
