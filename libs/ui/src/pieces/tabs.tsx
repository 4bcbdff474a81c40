import type { ReactNode } from 'react'
import {
  Tab as AriaTab,
  TabList as AriaTabList,
  TabPanel as AriaTabPanel,
  Tabs as AriaTabs,
  type TabListProps,
  type TabPanelProps,
  type TabProps,
  type TabsProps,
} from 'react-aria-components'
import { classes } from '../classes.ts'
import styles from './tabs.module.css'

/** Parts of one page that do not have an address of their own. Where they do, use {@link TabLinks}. */
export const Tabs = (props: Omit<TabsProps, 'className' | 'style'>) => <AriaTabs {...props} />
/** The row of words. */
export const TabList = <T extends object>(props: Omit<TabListProps<T>, 'className' | 'style'>) => (
  <AriaTabList {...props} className={styles.tabs ?? ''} />
)
/** One word of the row. */
export const Tab = (props: Omit<TabProps, 'className' | 'style'>) => <AriaTab {...props} className={styles.tab ?? ''} />
/** What a word shows. */
export const TabPanel = (props: Omit<TabPanelProps, 'className' | 'style'>) => <AriaTabPanel {...props} className={styles.panel ?? ''} />

/** The same row made of links: parts of a case, each with its address. Put router links inside, with `className={tabLinkClass}`. */
export const TabLinks = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav className={styles.tabs} aria-label={label}>
    {children}
  </nav>
)

/** The class of a link inside {@link TabLinks}; the current one carries `aria-current="page"`. */
export const tabLinkClass: string = classes(styles.tab)
