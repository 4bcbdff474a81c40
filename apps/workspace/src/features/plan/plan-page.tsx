import { Page, PageHead, useTexts } from '@mreza/ui'

/** The page of the room. */
export const PlanPage = () => {
  const t = useTexts('plan')
  return (
    <Page>
      <PageHead title={t('room.plan.title')} />
    </Page>
  )
}
