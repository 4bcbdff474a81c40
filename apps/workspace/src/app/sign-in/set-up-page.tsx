import { toCyrillic, toLatin } from '@mreza/i18n'
import { Button, EmptyState, HangingSection, RefusalNote, TextField, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'
import { useEnter } from '../../api/session.ts'
import { useLinkToken } from './link-token.ts'
import { NewPasswordFields, useNewPassword } from './new-password.tsx'
import { PublicPage } from './public-page.tsx'

/** Makes the first administrator by the one set-up link of a new installation. */
export const SetUpPage = () => {
  const t = useTexts('shell')
  const token = useLinkToken()
  return (
    <PublicPage title={t('setUp.title')} lead={t('setUp.lead')}>
      {token === null ? <EmptyState title={t('link.incomplete')} /> : <SetUpForm token={token} />}
    </PublicPage>
  )
}

const useSetUp = (token: string) => {
  const enter = useEnter()
  const chosen = useNewPassword()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const setUp = useMutation(useApi().identity.setUpAdministrator.mutationOptions({ onSuccess: (me) => enter(me) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!chosen.isGood || name.trim() === '' || email.trim() === '') return chosen.markTried()
    setUp.mutate({ token, email, password: chosen.first, displayName: { srLatn: toLatin(name), srCyrl: toCyrillic(name) } })
  }
  return { chosen, name, setName, email, setEmail, setUp, submit }
}

const SetUpForm = ({ token }: { token: string }) => {
  const t = useTexts('shell')
  const { chosen, name, setName, email, setEmail, setUp, submit } = useSetUp(token)
  const missing = (value: string) => (chosen.tried && value.trim() === '' ? t('field.required') : undefined)
  return (
    <HangingSection title={t('signIn.own.title')}>
      <form onSubmit={submit}>
        <TextField label={t('invitation.name')} autoComplete="name" value={name} onChange={setName} error={missing(name)} />
        <TextField label={t('setUp.email')} type="email" autoComplete="username" value={email} onChange={setEmail} error={missing(email)} />
        <NewPasswordFields choice={chosen} />
        <RefusalNote refusal={refusalIfAny(setUp.error)} />
        <Button type="submit" kind="primary" isPending={setUp.isPending}>
          {t('setUp.submit')}
        </Button>
      </form>
    </HangingSection>
  )
}
