import type { DecisionOfBody } from '@mreza/contracts-agreements'
import { DateField, TextField, useTexts } from '@mreza/ui'
import { useState } from 'react'

/** A decision while it is being typed. */
export interface DecisionDraft {
  readonly number: string
  readonly date: string | null
  readonly issuedBy: string
}

const isWhole = (draft: DecisionDraft): draft is DecisionDraft & { date: string } =>
  draft.number.trim() !== '' && draft.date !== null && draft.issuedBy.trim() !== ''

/** Keeps a decision while it is typed; `whole` is it once nothing is missing, `ask` shows what is. */
export const useDecision = () => {
  const [draft, change] = useState<DecisionDraft>({ number: '', date: null, issuedBy: '' })
  const [asked, setAsked] = useState(false)
  const whole: DecisionOfBody | null = isWhole(draft)
    ? { number: draft.number.trim(), date: draft.date, issuedBy: draft.issuedBy.trim() }
    : null
  const ask = (): boolean => {
    setAsked(true)
    return whole !== null
  }
  return { draft, change, asked, whole, ask }
}
export type DecisionInput = ReturnType<typeof useDecision>

/** Number, day and issuing body of a decision. */
export const DecisionFields = ({ draft, change, asked }: DecisionInput) => {
  const t = useTexts('protocols')
  const missing = (is: boolean) => (asked && is ? t('decision.needed') : undefined)
  return (
    <>
      <TextField
        label={t('decision.number')}
        value={draft.number}
        onChange={(number) => change({ ...draft, number })}
        error={missing(draft.number.trim() === '')}
      />
      <DateField
        label={t('decision.date')}
        value={draft.date}
        onChange={(date) => change({ ...draft, date })}
        error={missing(draft.date === null)}
      />
      <TextField
        label={t('decision.body')}
        value={draft.issuedBy}
        onChange={(issuedBy) => change({ ...draft, issuedBy })}
        error={missing(draft.issuedBy.trim() === '')}
      />
    </>
  )
}
