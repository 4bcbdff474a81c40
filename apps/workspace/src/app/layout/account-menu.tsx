import { languages } from '@mreza/i18n'
import { Menu, MenuItem, MenuSection, MenuTrigger, useLanguage, useTexts } from '@mreza/ui'
import { Button } from 'react-aria-components'
import { useSignOut } from '../../api/session.ts'
import { chooseDensity, chooseTheme, useDensity, useTheme } from '../appearance.ts'
import { useOwnName, useOwnPlace } from './own-words.ts'
import styles from './top-bar.module.css'
import { useAccountLanguage } from './use-account-language.ts'
import { useNarrow } from './use-narrow.ts'

interface ChoiceProps<Value extends string> {
  readonly title: string
  readonly values: readonly Value[]
  readonly chosen: Value
  readonly choose: (value: Value) => void
  readonly word: (value: Value) => string
}

/** One choice of the menu: its name, its values, a tick at the chosen one. */
const Choice = <Value extends string>({ title, values, chosen, choose, word }: ChoiceProps<Value>) => (
  <MenuSection
    title={title}
    selectionMode="single"
    selectedKeys={[chosen]}
    onSelectionChange={(keys) => choose([...keys][0] as Value)}
    disallowEmptySelection
  >
    {values.map((value) => (
      <MenuItem key={value} id={value}>
        {word(value)}
      </MenuItem>
    ))}
  </MenuSection>
)

const Choices = () => {
  const t = useTexts('shell')
  const language = useLanguage()
  const theme = useTheme()
  const density = useDensity()
  const chooseLanguage = useAccountLanguage()
  const narrow = useNarrow()
  return (
    <>
      {narrow && (
        <Choice
          title={t('language.label')}
          values={languages}
          chosen={language}
          choose={chooseLanguage}
          word={(each) => t(`language.${each}`)}
        />
      )}
      <Choice
        title={t('theme.label')}
        values={['system', 'light', 'dark']}
        chosen={theme}
        choose={chooseTheme}
        word={(each) => t(`theme.${each}`)}
      />
      <Choice
        title={t('density.label')}
        values={['comfortable', 'compact']}
        chosen={density}
        choose={chooseDensity}
        word={(each) => t(`density.${each}`)}
      />
    </>
  )
}

/** The person: name, role and institution; behind it appearance, height of rows, sign out (on a phone the language too). */
export const AccountMenu = () => {
  const t = useTexts('shell')
  const name = useOwnName()
  const place = useOwnPlace()
  const signOut = useSignOut()
  return (
    <MenuTrigger>
      <Button className={styles.me ?? ''}>
        <span className="visually-hidden">{t('me.menu')}: </span>
        <span className="strong">{name}</span>
        <span className="label">{place}</span>
      </Button>
      <Menu onAction={(key) => key === 'sign-out' && signOut.mutate({})}>
        <Choices />
        <MenuItem id="sign-out">{t('me.signOut')}</MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
