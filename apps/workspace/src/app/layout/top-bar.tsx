import { Icon, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { useMe } from '../../api/session.ts'
import { roomsOf } from '../rooms.ts'
import { InboxLink } from './inbox-link.tsx'
import { AccountMenu, LanguageMenu } from './menus.tsx'
import { NetworkSwitch } from './network-switch.tsx'
import styles from './top-bar.module.css'
import { useAccountLanguage } from './use-account-language.ts'
import { useNarrow } from './use-narrow.ts'

/** The bar over everything: brand, network, search, language, inbox, the person. */
export const TopBar = ({ openSearch }: { openSearch: () => void }) => {
  const t = useTexts('shell')
  const me = useMe()
  const rooms = roomsOf(me.subject)
  const chooseLanguage = useAccountLanguage()
  const narrow = useNarrow()
  const hasCases = rooms.some((room) => room.id === 'cases')
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand}>
        {t('brand')}
      </Link>
      <NetworkSwitch />
      <Button className={styles.search ?? ''} onPress={openSearch} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span className={styles.searchWords}>{t(hasCases ? 'search.open' : 'search.open.official')}</span>
        <kbd>Ctrl K</kbd>
      </Button>
      {!narrow && <LanguageMenu onChoose={chooseLanguage} />}
      <InboxLink />
      <AccountMenu />
    </header>
  )
}
