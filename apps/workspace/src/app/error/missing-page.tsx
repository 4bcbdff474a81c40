import { buttonClass, EmptyState, Page, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'

/** An address behind which there is nothing for this person; it does not say which of the two it is. */
export const MissingPage = () => {
  const t = useTexts('shell')
  return (
    <Page>
      <EmptyState
        title={t('missing.title')}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {t('missing.home')}
          </Link>
        }
      >
        {t('missing.text')}
      </EmptyState>
    </Page>
  )
}
