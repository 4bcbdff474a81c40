import type { Language } from '@mreza/contracts-kernel'
import { languages } from '@mreza/i18n'
import { Icon, Menu, MenuItem, MenuTrigger, useLanguage, useTexts } from '@mreza/ui'
import { Button } from 'react-aria-components'
import { useChooseLanguage } from '../language-choice.tsx'
import styles from './top-bar.module.css'

/** The switch between the languages and scripts; each names itself. `onChosen` lets the account keep it. */
export const LanguageMenu = ({ onChosen }: { onChosen?: ((language: Language) => void) | undefined }) => {
  const t = useTexts('shell')
  const language = useLanguage()
  const choose = useChooseLanguage()
  const chosen = (next: Language) => {
    void choose(next)
    onChosen?.(next)
  }
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''}>
        <span className="visually-hidden">{t('language.label')}: </span>
        {t(`language.${language}`)}
        <Icon name="down" />
      </Button>
      <Menu selectionMode="single" selectedKeys={[language]} onAction={(key) => chosen(key as Language)}>
        {languages.map((each) => (
          <MenuItem key={each} id={each} lang={each}>
            {t(`language.${each}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
