import { useTexts } from '@mreza/ui'
import { useController, useFormContext } from 'react-hook-form'
import type { Draft, FieldName, ReferralToSend } from './draft.ts'

const needed = {
  receiverId: 'refer.needed.receiverId',
  'content.priority': 'refer.needed.priority',
  'content.priorityReason': 'refer.needed.priorityReason',
  'content.ageGroup': 'refer.needed.ageGroup',
  'content.whatHappened': 'refer.needed.whatHappened',
  'identity.givenName': 'refer.needed.givenName',
  'identity.familyName': 'refer.needed.familyName',
} as const

const isNeeded = (name: FieldName): name is keyof typeof needed => name in needed

/** A field of the referral: its value, and what is wrong with it as a sentence. */
export const useReferralField = <Name extends FieldName>(name: Name) => {
  const t = useTexts('cases')
  const { control } = useFormContext<Draft, unknown, ReferralToSend>()
  const { field, fieldState } = useController({ control, name })
  const wrong = fieldState.error
  const sentence = () => {
    if (wrong === undefined) return undefined
    if (wrong.type === 'refusal') return wrong.message
    if (wrong.type === 'too_big') return t('form.tooLong')
    return isNeeded(name) ? t(needed[name]) : t('form.wrong')
  }
  return { field, error: sentence() }
}
