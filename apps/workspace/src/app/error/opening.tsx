import { Page, QuietLoading } from '@mreza/ui'

/** What stands in place of a room while it is on its way. */
export const Opening = () => (
  <Page>
    <QuietLoading />
  </Page>
)
