import { classes, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import type { Room } from '../room.ts'
import styles from './rail.module.css'

const noCount = () => undefined

/** What is *mine to do* in a room, as a number beside its word; nothing when there is nothing. */
export const RoomCount = ({ room }: { room: Room }) => {
  const t = useTexts('shell')
  const useCount = room.useCount ?? noCount
  const count = useCount()
  if (!count) return null
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">, {t('room.count', { count })}</span>
    </span>
  )
}

/** The rooms as words, with counts of what is mine to do. */
export const Rail = ({ rooms }: { rooms: readonly Room[] }) => {
  const t = useTexts('shell')
  return (
    <nav className={styles.rail} aria-label={t('rooms.label')}>
      <ul>
        {rooms.map((room) => (
          <li key={room.id} className={classes(room.id === 'inbox' && rooms.length > 1 && styles.apart)}>
            <Link to={room.path} className={styles.link} activeProps={{ 'aria-current': 'page' }}>
              <span>{t(`room.${room.id}`)}</span>
              <RoomCount room={room} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
