import { Button, RefusalNote, TextField, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'
import { useEnter } from '../../api/session.ts'
import styles from './public-page.module.css'

/** Signs in with address and password. After a refusal the address stays. */
export const OwnAccountForm = ({ to, primary }: { to: string | undefined; primary: boolean }) => {
  const t = useTexts('shell')
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation(useApi().identity.signIn.mutationOptions({ onSuccess: (me) => enter(me, to) }))
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (email.trim() !== '' && password !== '') signIn.mutate({ email, password })
  }
  const missing = (value: string) => (tried && value.trim() === '' ? t('field.required') : undefined)
  return (
    <form onSubmit={submit}>
      <TextField
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={missing(email)}
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={missing(password)}
      />
      <Button type="submit" kind={primary ? 'primary' : 'secondary'} isPending={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
      <RefusalNote refusal={refusalIfAny(signIn.error)} />
      <p className={`second ${styles.help}`}>{t('signIn.help')}</p>
    </form>
  )
}
