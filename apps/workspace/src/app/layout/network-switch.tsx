import { useMe } from '../../api/session.ts'
import { MembershipMenu } from './menus.tsx'
import { useOwnNetwork } from './own-words.ts'
import styles from './top-bar.module.css'

/** The network's name; a switch only for who has more than one membership. */
export const NetworkSwitch = () => {
  const network = useOwnNetwork()
  const { memberships } = useMe()
  if (memberships.length > 1) return <MembershipMenu label={network} />
  return network === undefined ? null : <span className={styles.network}>{network}</span>
}
