import type { OpenInvitation } from '@mreza/contracts-identity'
import type { NetworkId } from '@mreza/contracts-kernel'
import { HangingSection, Rows, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { Loaded } from '../loaded.tsx'
import { InvitationRow } from './invitation-row.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type Asked = { readonly what: 'renew' | 'withdraw'; readonly invitation: OpenInvitation }

/** Who has been invited and has not come in yet (ID21). */
export const InvitationsSection = ({ networkId }: { networkId: NetworkId | null }) => {
  const t = useTexts('administration')
  const invitations = useQuery(useApi().identity.listInvitations.queryOptions({ networkId }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  return (
    <HangingSection title={t('invitations.title')} summary={t('invitations.summary')}>
      <Loaded query={invitations}>
        {(list) =>
          list.length === 0 ? (
            <p className="second">{t('invitations.none')}</p>
          ) : (
            <Rows label={t('invitations.title')}>
              {list.map((invitation) => (
                <InvitationRow key={invitation.invitationId} invitation={invitation} onAsk={(what) => setAsked({ what, invitation })} />
              ))}
            </Rows>
          )
        }
      </Loaded>
      {asked?.what === 'renew' && <RenewDialog invitation={asked.invitation} onClose={close} />}
      {asked?.what === 'withdraw' && <WithdrawDialog invitation={asked.invitation} onClose={close} />}
    </HangingSection>
  )
}
