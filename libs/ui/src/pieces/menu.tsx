import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  MenuSection as AriaMenuSection,
  Header,
  type MenuProps,
  type MenuSectionProps,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { Icon } from '../icons/icon.tsx'
import styles from './menu.module.css'

export { MenuTrigger }

/** A menu that opens under the button beside it in a {@link MenuTrigger}. */
export const Menu = <T extends object>(props: Omit<MenuProps<T>, 'className' | 'style'>) => (
  <Popover className={styles.popover ?? ''} placement="bottom end">
    <AriaMenu {...props} className={styles.menu ?? ''} />
  </Popover>
)

/** One act or choice of a menu; what is chosen carries a tick. */
export const MenuItem = ({
  children,
  lang,
  ...rest
}: Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> & { children: ReactNode; lang?: string }) => (
  <AriaMenuItem {...rest} className={styles.item ?? ''}>
    {({ selectionMode }) => (
      <>
        {selectionMode !== 'none' && <Icon name="check" />}
        <span lang={lang}>{children}</span>
      </>
    )}
  </AriaMenuItem>
)

/** A named group of a menu, with its own choice. */
export const MenuSection = <T extends object>({
  title,
  children,
  ...rest
}: Omit<MenuSectionProps<T>, 'className' | 'style' | 'children'> & { title: string; children: ReactNode }) => (
  <AriaMenuSection {...rest} className={styles.section ?? ''}>
    <Header className="label">{title}</Header>
    {children}
  </AriaMenuSection>
)
