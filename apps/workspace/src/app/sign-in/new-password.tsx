import { passwordLength } from '@mreza/contracts-identity'
import { TextField, useTexts } from '@mreza/ui'
import { useState } from 'react'

/** A password being chosen, typed twice; `problem` is a sentence key's answer once both were touched. */
export const useNewPassword = () => {
  const [first, setFirst] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const tooShort = first.length < passwordLength.least
  const differ = first !== again
  return { first, again, setFirst, setAgain, tried, tooShort, differ, isGood: !tooShort && !differ, markTried: () => setTried(true) }
}

/** The two fields of {@link useNewPassword}. */
export const NewPasswordFields = ({ choice }: { choice: ReturnType<typeof useNewPassword> }) => {
  const t = useTexts('shell')
  return (
    <>
      <TextField
        label={t('invitation.password')}
        hint={t('invitation.password.hint')}
        type="password"
        autoComplete="new-password"
        value={choice.first}
        onChange={choice.setFirst}
        error={choice.tried && choice.tooShort ? t('invitation.short') : undefined}
      />
      <TextField
        label={t('invitation.again')}
        type="password"
        autoComplete="new-password"
        value={choice.again}
        onChange={choice.setAgain}
        error={choice.tried && choice.differ ? t('invitation.differ') : undefined}
      />
    </>
  )
}
