import { buttonClass, Page, PageHead, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'

/** An address behind which there is nothing for this person; it does not say which of the two it is. */
export const MissingPage = () => {
  const t = useTexts('shell')
  return (
    <Page>
      <PageHead title={t('missing.title')} second={t('missing.text')} />
      <Link to="/" className={buttonClass('primary')}>
        {t('missing.home')}
      </Link>
    </Page>
  )
}
