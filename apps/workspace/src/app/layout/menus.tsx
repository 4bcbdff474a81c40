import { Icon, useLanguage, useTexts } from '@mreza/ui'
import { type ComponentProps, lazy, Suspense } from 'react'
import type { LanguageMenu as Languages } from './language-menu.tsx'
import type { MembershipMenu as Memberships } from './membership-menu.tsx'
import type { MoreMenu as More } from './more-menu.tsx'
import { useOwnName, useOwnPlace } from './own-words.ts'
import styles from './top-bar.module.css'

const LazyAccount = lazy(() => import('./account-menu.tsx').then((module) => ({ default: module.AccountMenu })))
const LazyLanguages = lazy(() => import('./language-menu.tsx').then((module) => ({ default: module.LanguageMenu })))
const LazyMemberships = lazy(() => import('./membership-menu.tsx').then((module) => ({ default: module.MembershipMenu })))
const LazyMore = lazy(() => import('./more-menu.tsx').then((module) => ({ default: module.MoreMenu })))

const AccountWords = () => (
  <span className={styles.me}>
    <span className="strong">{useOwnName()}</span>
    <span className="label">{useOwnPlace()}</span>
  </span>
)

/** The menus of the frame come after the first room: until then their words stand in the same place. */
export const AccountMenu = () => (
  <Suspense fallback={<AccountWords />}>
    <LazyAccount />
  </Suspense>
)

const LanguageWords = () => {
  const t = useTexts('shell')
  return (
    <span className={styles.button}>
      {t(`language.${useLanguage()}`)}
      <Icon name="down" />
    </span>
  )
}

/** The switch between the languages and scripts. */
export const LanguageMenu = (props: ComponentProps<typeof Languages>) => (
  <Suspense fallback={<LanguageWords />}>
    <LazyLanguages {...props} />
  </Suspense>
)

/** The switch between one's memberships. */
export const MembershipMenu = (props: ComponentProps<typeof Memberships>) => (
  <Suspense fallback={<span className={styles.network}>{props.label}</span>}>
    <LazyMemberships {...props} />
  </Suspense>
)

/** The rooms for which a phone has no word. */
export const MoreMenu = (props: ComponentProps<typeof More>) => (
  <Suspense fallback={null}>
    <LazyMore {...props} />
  </Suspense>
)
