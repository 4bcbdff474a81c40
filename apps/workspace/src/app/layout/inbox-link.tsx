import { Icon, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { inboxRoom } from '../../features/inbox/room.ts'
import styles from './top-bar.module.css'

/** On a narrow screen, where the rail is away: the inbox with how many are unread. */
export const InboxLink = () => {
  const t = useTexts('shell')
  const unread = inboxRoom.useCount?.() ?? 0
  return (
    <Link to="/inbox" className={styles.inbox} aria-label={unread > 0 ? t('inbox.unread', { count: unread }) : t('inbox.none')}>
      <Icon name="bell" />
      {unread > 0 && <span>{unread}</span>}
    </Link>
  )
}
