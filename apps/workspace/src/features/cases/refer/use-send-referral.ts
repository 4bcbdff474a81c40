import { useRefusalSentence } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { UseFormSetError } from 'react-hook-form'
import { useApi } from '../../../api/api-context.tsx'
import { refusalOf } from '../../../api/refusal-of.ts'
import type { Draft, FieldName, ReferralToSend } from './draft.ts'

const fields: readonly string[] = ['receiverId', 'content.priority', 'content.ageGroup'] satisfies readonly FieldName[]

/** The same words pressed again are the same object, so that the call carries the same key and is done once. */
const useSame = () => {
  const last = useRef<{ text: string; input: ReferralToSend }>(undefined)
  return (input: ReferralToSend): ReferralToSend => {
    const text = JSON.stringify(input)
    if (last.current?.text !== text) last.current = { text, input }
    return last.current.input
  }
}

/** Sends what was typed and goes to the referral; a refusal goes to its field, and nothing that was typed is lost. */
export const useSendReferral = (setError: UseFormSetError<Draft>) => {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const sentence = useRefusalSentence()
  const same = useSame()
  const send = useMutation(
    api.conferences.sendReferral.mutationOptions({
      // What was typed is not kept once it is on its way to the vault.
      gcTime: 0,
      onError: (cause) => {
        const refusal = refusalOf(cause)
        if (refusal.field !== undefined && fields.includes(refusal.field))
          setError(refusal.field as FieldName, { type: 'refusal', message: sentence(refusal) })
      },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(api.conferences.listReferrals.pathFilter())
        await navigate({ to: '/cases/referrals/$referralId', params: { referralId: id } })
      },
    }),
  )
  return { isPending: send.isPending, error: send.error, send: (input: ReferralToSend) => send.mutate(same(input)) }
}
