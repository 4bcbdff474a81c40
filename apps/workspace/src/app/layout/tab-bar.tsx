import { Menu, MenuItem, MenuTrigger, useTexts } from '@mreza/ui'
import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import type { Room } from '../room.ts'
import { roomAt } from '../rooms.ts'
import styles from './tab-bar.module.css'

/** Three rooms and *more*: what fits under a thumb. */
const split = (rooms: readonly Room[]) =>
  rooms.length <= 4 ? { words: rooms, more: [] } : { words: rooms.slice(0, 3), more: rooms.slice(3) }

const More = ({ rooms }: { rooms: readonly Room[] }) => {
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

/** On a phone the rail is four words at the bottom. */
export const TabBar = ({ rooms }: { rooms: readonly Room[] }) => {
  const t = useTexts('shell')
  const { words, more } = split(rooms)
  return (
    <nav className={styles.bar} aria-label={t('rooms.label')}>
      {words.map((room) => (
        <Link key={room.id} to={room.path} className={styles.word} activeProps={{ 'aria-current': 'page' }}>
          {t(`room.${room.id}`)}
        </Link>
      ))}
      {more.length > 0 && <More rooms={more} />}
    </nav>
  )
}
