import { useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import type { Room } from '../room.ts'
import { MoreMenu } from './menus.tsx'
import styles from './tab-bar.module.css'

/** Three rooms and *more*: what fits under a thumb. */
const split = (rooms: readonly Room[]) =>
  rooms.length <= 4 ? { words: rooms, more: [] } : { words: rooms.slice(0, 3), more: rooms.slice(3) }

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
      {more.length > 0 && <MoreMenu rooms={more} />}
    </nav>
  )
}
