import { canInIdentity, type OpenInvitation } from '@mreza/contracts-identity'
import { Button, Row, StateMark, useFormats, useNow, useTexts, VisuallyHidden } from '@mreza/ui'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import styles from '../administration.module.css'
import { InstitutionName } from '../institution-words.tsx'
import { useRoleWords } from '../role-words.ts'

interface Props {
  readonly invitation: OpenInvitation
  readonly onAsk: (what: 'renew' | 'withdraw') => void
}

const State = ({ expiresAt }: { expiresAt: string }) => {
  const t = useTexts('administration')
  const formats = useFormats()
  const isOpen = useNow().getTime() < Date.parse(expiresAt)
  const date = formats.dateAfterPreposition(expiresAt)
  return (
    <p className={styles.state}>
      <StateMark state={isOpen ? 'ready' : 'no'}>{t(isOpen ? 'invitations.until' : 'invitations.expired', { date })}</StateMark>
    </p>
  )
}

/** One invitation: whom, where, as what, until when; a new link or none. */
export const InvitationRow = ({ invitation, onAsk }: Props) => {
  const t = useTexts('administration')
  const { subject } = useMe()
  const name = useNameOf()(invitation.displayName)
  const roles = useRoleWords()(invitation.roles)
  const mayRenew = invitation.jobTitle !== null
  const actions = canInIdentity(subject, 'membership.invite', invitation) && (
    <>
      {mayRenew && (
        <Button kind="link" onPress={() => onAsk('renew')}>
          {t('renew.action')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
      )}
      <Button kind="link" onPress={() => onAsk('withdraw')}>
        {t('withdraw.action')}
        <VisuallyHidden>: {name}</VisuallyHidden>
      </Button>
    </>
  )
  return (
    <Row
      title={name}
      second={
        <>
          <InstitutionName id={invitation.institutionId} /> · {roles} · {invitation.email}
        </>
      }
      action={actions}
    >
      <State expiresAt={invitation.expiresAt} />
    </Row>
  )
}
