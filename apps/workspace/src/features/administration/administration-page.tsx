import { canInIdentity } from '@mreza/contracts-identity'
import { buttonClass, Page, PageHead, useTexts } from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useMe } from '../../api/session.ts'
import { useOwnNetwork } from '../../app/layout/own-words.ts'
import styles from './administration.module.css'
import { HealthSection } from './health-section.tsx'
import { InvitationsSection } from './invitations/invitations-section.tsx'
import { MembersSection } from './members/members-section.tsx'
import { NetworkField } from './network-field.tsx'
import { noNetwork } from './network-search.ts'
import { type NetworkChoice, useNetworkChoice } from './use-network-choice.ts'

const Invite = ({ choice: { networkId, networks } }: { choice: NetworkChoice }) => {
  const t = useTexts('administration')
  const network = networks.length === 0 || networkId === undefined ? undefined : (networkId ?? noNetwork)
  return (
    <Link to="/administration/invite" search={{ network }} className={buttonClass('primary')}>
      {t('invite.action')}
    </Link>
  )
}

/** The first page of the room: who may sign in, who is invited, and for the administrator whether all parts work. */
export const AdministrationPage = () => {
  const t = useTexts('administration')
  const { subject } = useMe()
  const choice = useNetworkChoice()
  const { networkId } = choice
  return (
    <Page>
      <PageHead title={t('room.administration.title')} second={useOwnNetwork() ?? t('whole')} actions={<Invite choice={choice} />} />
      {choice.networks.length > 0 && (
        <div className={styles.network}>
          <NetworkField choice={choice} />
        </div>
      )}
      {networkId !== undefined && <InvitationsSection networkId={networkId} />}
      {networkId !== undefined && <MembersSection key={networkId} networkId={networkId} />}
      {canInIdentity(subject, 'installation.read-health', undefined) && <HealthSection />}
    </Page>
  )
}
