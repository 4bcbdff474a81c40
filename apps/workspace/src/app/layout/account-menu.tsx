import { Menu, MenuItem, MenuSection, MenuTrigger, useTexts } from '@mreza/ui'
import { Button } from 'react-aria-components'
import { useSignOut } from '../../api/session.ts'
import { chooseDensity, chooseTheme, type Density, type Theme, useDensity, useTheme } from '../appearance.ts'
import { useOwnName, useOwnPlace } from './own-words.ts'
import styles from './top-bar.module.css'

const themes: readonly Theme[] = ['system', 'light', 'dark']
const densities: readonly Density[] = ['comfortable', 'compact']

/** The person: name, role and institution; behind it appearance, height of rows, sign out. */
export const AccountMenu = () => {
  const t = useTexts('shell')
  const name = useOwnName()
  const place = useOwnPlace()
  const theme = useTheme()
  const density = useDensity()
  const signOut = useSignOut()
  return (
    <MenuTrigger>
      <Button className={styles.me ?? ''} aria-label={t('me.menu', { name })}>
        <span className="strong">{name}</span>
        <span className="label">{place}</span>
      </Button>
      <Menu onAction={(key) => key === 'sign-out' && signOut.mutate({})}>
        <MenuSection
          title={t('theme.label')}
          selectionMode="single"
          selectedKeys={[theme]}
          onSelectionChange={(keys) => chooseTheme([...keys][0] as Theme)}
          disallowEmptySelection
        >
          {themes.map((each) => (
            <MenuItem key={each} id={each}>
              {t(`theme.${each}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          title={t('density.label')}
          selectionMode="single"
          selectedKeys={[density]}
          onSelectionChange={(keys) => chooseDensity([...keys][0] as Density)}
          disallowEmptySelection
        >
          {densities.map((each) => (
            <MenuItem key={each} id={each}>
              {t(`density.${each}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuItem id="sign-out">{t('me.signOut')}</MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
