import { Icon, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { useApi } from '../../api/api-context.tsx'
import { useMe } from '../../api/session.ts'
import { roomsOf } from '../rooms.ts'
import { AccountMenu } from './account-menu.tsx'
import { InboxLink } from './inbox-link.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { NetworkSwitch } from './network-switch.tsx'
import styles from './top-bar.module.css'

/** The bar over everything: brand, network, search, language, inbox, the person. */
export const TopBar = ({ openSearch }: { openSearch: () => void }) => {
  const t = useTexts('shell')
  const me = useMe()
  const rooms = roomsOf(me.subject)
  const keepLanguage = useMutation(useApi().identity.setLanguage.mutationOptions())
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
      <LanguageMenu onChosen={(language) => keepLanguage.mutate({ language })} />
      <InboxLink />
      <AccountMenu />
    </header>
  )
}
