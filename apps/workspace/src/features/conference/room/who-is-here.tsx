import { useTexts } from '@mreza/ui'
import { useId } from 'react'
import { InvitedRow } from './invited-row.tsx'
import { QuorumMark } from './quorum-mark.tsx'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const titles = { scheduled: 'people.before', cancelled: 'people.before', 'under-way': 'people', closed: 'people.after' } as const

/** The right column: the quorum in words and seats, then every institution that was invited. `controls` are left out on the wall. */
export const WhoIsHere = ({ controls = true }: { controls?: boolean }) => {
  const t = useTexts('conference')
  const name = useId()
  const { conference } = useRoom()
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(titles[conference.state])}</h2>
      {conference.state !== 'cancelled' && <QuorumMark />}
      <ul className={styles.invited}>
        {conference.invitations.map((invitation) => (
          <InvitedRow key={invitation.institutionId} invitation={invitation} controls={controls} />
        ))}
      </ul>
    </section>
  )
}
