import { Page, useTexts } from '@mreza/ui'
import { type ReactNode, useEffect } from 'react'
import { useChooseLanguage } from '../language-choice.tsx'
import { LanguageMenu } from '../layout/menus.tsx'
import styles from './public-page.module.css'

/** The frame of what one sees before signing in: the name, the language, one sheet. */
export const PublicPage = ({
  title,
  lead,
  aside,
  asideLabel,
  children,
}: {
  title: string
  lead?: ReactNode
  aside?: ReactNode
  asideLabel?: string
  children?: ReactNode
}) => {
  const t = useTexts('shell')
  const choose = useChooseLanguage()
  useEffect(() => {
    document.title = t('page.title', { page: title })
  }, [t, title])
  return (
    <>
      <header className={styles.bar}>
        <span className={styles.brand}>{t('brand')}</span>
        <LanguageMenu onChoose={(language) => void choose(language)} />
      </header>
      <main className={styles.main} id="content">
        <Page {...(aside === undefined ? {} : { aside, asideLabel })}>
          <header className={styles.head}>
            <h1>{title}</h1>
            {lead !== undefined && <p className="prose">{lead}</p>}
          </header>
          {children}
        </Page>
      </main>
    </>
  )
}
