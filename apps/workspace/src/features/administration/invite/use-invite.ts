import type { IssuedInvitation } from '@mreza/contracts-identity'
import { useRefusalSentence, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useIdentityChange } from '../invitations/use-identity-change.ts'
import { emptyInvite, type InviteField, readInvite } from './invite-draft.ts'
import { useUnaccounted } from './use-unaccounted.ts'

/** The form of an invitation: what is typed, what is wrong with it and where, and sending it. */
export const useInvite = (onMade: (made: { issued: IssuedInvitation; name: string }) => void) => {
  const t = useTexts('administration')
  const sentence = useRefusalSentence()
  const nameOf = useNameOf()
  const [draft, setDraft] = useState(emptyInvite)
  const [tried, setTried] = useState(false)
  const people = useUnaccounted(draft.institutionId)
  const inviting = useMutation(useApi().identity.invite.mutationOptions({ gcTime: 0, onSuccess: useIdentityChange() }))
  const refusal = refusalIfAny(inviting.error)
  const read = readInvite(draft, people)
  const errorOf = (field: InviteField): string | undefined => {
    if (tried && 'wrong' in read && read.wrong.has(field)) return t(field === 'email' ? 'field.email' : 'field.needed')
    return refusal?.field === field ? sentence(refusal) : undefined
  }
  const send = () => {
    setTried(true)
    if (!('request' in read)) return
    const name = nameOf(read.request.displayName)
    inviting.mutate(read.request, { onSuccess: (issued) => onMade({ issued, name }) })
  }
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  return {
    draft,
    change,
    people,
    errorOf,
    send,
    isPending: inviting.isPending,
    refusal: refusal?.field === undefined ? refusal : undefined,
  }
}
/** What the fields of the form share. */
export type Invite = ReturnType<typeof useInvite>
