import { Page, PageHead, useTexts } from '@mreza/ui'

/** The first page of the room. */
export const TrackerPage = () => {
  const t = useTexts('tracker')
  return (
    <Page>
      <PageHead title={t('room.tracker.title')} />
    </Page>
  )
}
