import { Button, RefusalNote, TextField, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'
import { useEnter } from '../../api/session.ts'

/** Signs in with address and password. After a refusal the address stays. */
export const OwnAccountForm = ({ to, primary }: { to: string | undefined; primary: boolean }) => {
  const t = useTexts('shell')
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation(useApi().identity.signIn.mutationOptions({ onSuccess: (me) => enter(me, to) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email, password })
  }
  return (
    <form onSubmit={submit}>
      <TextField label={t('signIn.email')} type="email" name="email" autoComplete="username" value={email} onChange={setEmail} isRequired />
      <TextField
        label={t('signIn.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <Button
        type="submit"
        kind={primary ? 'primary' : 'secondary'}
        isPending={signIn.isPending}
        isDisabled={email.trim() === '' || password === ''}
      >
        {t('signIn.submit')}
      </Button>
      <RefusalNote refusal={refusalIfAny(signIn.error)} />
      <p className="second">{t('signIn.help')}</p>
    </form>
  )
}
