import { Page, PageHead, useTexts } from '@mreza/ui'

/** The page of the room. */
export const SchedulePage = () => {
  const t = useTexts('conference')
  return (
    <Page>
      <PageHead title={t('room.conference.title')} />
    </Page>
  )
}
