import { conferenceOperations } from '@mreza/contracts-conferences'
import type * as z from 'zod'

/** What the form is checked against: what the service takes, nothing beside it. */
export const referralInput = conferenceOperations.sendReferral.input

/** A referral as it is being typed. */
export type Draft = z.input<typeof referralInput>
/** A referral as it is sent. */
export type ReferralToSend = z.output<typeof referralInput>

/** An empty form; what nobody knows yet is missing, what may stay empty is `null`. */
export const emptyDraft = {
  content: { priorityReason: '', indicators: [], whatHappened: '', immediateSafety: null, wishes: null },
  identity: { givenName: '', familyName: '', birthDate: null, address: null, safeContact: null },
}

/** The fields that hold typed text. */
export type TextFieldName =
  | 'content.priorityReason'
  | 'content.whatHappened'
  | 'content.immediateSafety'
  | 'content.wishes'
  | 'identity.givenName'
  | 'identity.familyName'
  | 'identity.address'
  | 'identity.safeContact'

/** Every field that can be wrong. */
export type FieldName = TextFieldName | 'receiverId' | 'content.priority' | 'content.ageGroup' | 'content.indicators' | 'identity.birthDate'
