import { Menu, MenuItem, MenuTrigger, useTexts } from '@mreza/ui'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import type { Room } from '../room.ts'
import { roomAt } from '../rooms.ts'
import styles from './tab-bar.module.css'

/** The rooms that are not among the words of the bar. */
export const MoreMenu = ({ rooms }: { rooms: readonly Room[] }) => {
  const t = useTexts('shell')
  const router = useRouter()
  const current = useRouterState({ select: (state) => roomAt(state.location.pathname)?.id })
  return (
    <MenuTrigger>
      <Button className={styles.word ?? ''} {...(rooms.some((room) => room.id === current) ? { 'data-current': true } : {})}>
        {t('rooms.more')}
      </Button>
      <Menu onAction={(key) => router.history.push(String(key))}>
        {rooms.map((room) => (
          <MenuItem key={room.id} id={room.path}>
            {t(`room.${room.id}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
