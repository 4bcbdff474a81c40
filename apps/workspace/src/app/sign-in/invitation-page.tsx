import type { InvitationView } from '@mreza/contracts-identity'
import { Button, EmptyState, HangingSection, QuietLoading, RefusalNote, TextField, useFormats, useLanguage, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'
import { useEnter } from '../../api/session.ts'
import { useNameOf } from '../layout/own-words.ts'
import { useLinkToken } from './link-token.ts'
import { NewPasswordFields, useNewPassword } from './new-password.tsx'
import { PublicPage } from './public-page.tsx'

/** Accepts an invitation: says whose it is, takes a new password or that of the account that is there already, and goes in. */
export const InvitationPage = () => {
  const t = useTexts('shell')
  const token = useLinkToken()
  const reading = useMutation(useApi().identity.readInvitation.mutationOptions())
  const { mutate } = reading
  useEffect(() => {
    if (token !== null) mutate({ token })
  }, [token, mutate])
  return (
    <PublicPage title={t('invitation.title')} lead={t('invitation.lead.plain')}>
      {token === null && <EmptyState title={t('link.incomplete')} />}
      <RefusalNote refusal={refusalIfAny(reading.error)} />
      {reading.isPending && <QuietLoading />}
      {token !== null && reading.data && <AcceptForm token={token} invitation={reading.data} />}
    </PublicPage>
  )
}

const useAccepting = (token: string, invitation: InvitationView) => {
  const language = useLanguage()
  const enter = useEnter()
  const chosen = useNewPassword()
  const [own, setOwn] = useState('')
  const accept = useMutation(useApi().identity.acceptInvitation.mutationOptions({ onSuccess: (me) => enter(me) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!invitation.hasAccount && !chosen.isGood) return chosen.markTried()
    accept.mutate({ token, password: invitation.hasAccount ? own : chosen.first, language })
  }
  return { chosen, own, setOwn, accept, submit }
}

const AcceptForm = ({ token, invitation }: { token: string; invitation: InvitationView }) => {
  const t = useTexts('shell')
  const words = useTexts('words')
  const formats = useFormats()
  const name = useNameOf()(invitation.displayName)
  const { chosen, own, setOwn, accept, submit } = useAccepting(token, invitation)
  return (
    <HangingSection
      title={name}
      summary={t('invitation.roles', { roles: formats.list(invitation.roles.map((role) => words(`role.${role}`))) })}
    >
      <form onSubmit={submit}>
        <p className="second">{invitation.hasAccount ? t('invitation.own') : t('invitation.for', { name, email: invitation.email })}</p>
        <br />
        {invitation.hasAccount ? (
          <TextField label={t('invitation.own.password')} type="password" autoComplete="current-password" value={own} onChange={setOwn} />
        ) : (
          <NewPasswordFields choice={chosen} />
        )}
        <RefusalNote refusal={refusalIfAny(accept.error)} />
        <Button type="submit" kind="primary" isPending={accept.isPending}>
          {t('invitation.submit')}
        </Button>
      </form>
    </HangingSection>
  )
}
