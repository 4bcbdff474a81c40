import type { Language } from '@mreza/contracts-kernel'
import { languages } from '@mreza/i18n'
import { Icon, Menu, MenuItem, MenuTrigger, useLanguage, useTexts } from '@mreza/ui'
import { Button } from 'react-aria-components'
import styles from './top-bar.module.css'

/** The switch between the languages and scripts; each names itself. */
export const LanguageMenu = ({ onChoose }: { onChoose: (language: Language) => void }) => {
  const t = useTexts('shell')
  const language = useLanguage()
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''}>
        <span className="visually-hidden">{t('language.label')}: </span>
        {t(`language.${language}`)}
        <Icon name="down" />
      </Button>
      <Menu selectionMode="single" selectedKeys={[language]} onAction={(key) => onChoose(key as Language)}>
        {languages.map((each) => (
          <MenuItem key={each} id={each} lang={each}>
            {t(`language.${each}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
