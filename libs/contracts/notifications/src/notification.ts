import { Instant } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** What happened, as the inbox tells it. One sentence each in the catalogues, under `inbox:kind.<kind>`. */
export const NotificationKind = z.enum([
  'agreement-negotiation-opened',
  'agreement-ready',
  'agreement-amendment-drafted',
  'agreement-sent',
  'agreement-signature-reminded',
  'agreement-council-step',
  'agreement-page-waits',
  'agreement-page-rejected',
  'agreement-signed',
  'agreement-declined',
  'agreement-lapsed',
  'agreement-in-force',
  'agreement-withdrawal-announced',
  'agreement-withdrawal-revoked',
  'agreement-party-withdrew',
  'agreement-suspended',
  'agreement-resumed',
  'agreement-review-due',
  'agreement-review-begun',
  'agreement-review-concluded',
  'agreement-expiring-soon',
  'agreement-ended',
  'obligation-due',
  'obligation-late',
  'obligation-unkept',
  'obligation-broken',
  'obligation-kept',
  'obligation-disputed',
  'obligation-settled',
  'obligation-commented',
  'referral-received',
  'referral-acknowledged',
  'referral-taken',
  'referral-declined',
  'case-opened',
  'case-manager-named',
  'participation-granted',
  'participation-ended',
  'identity-revealed',
  'conference-scheduled',
  'conference-cancelled',
  'invitation-answered',
  'conference-closed',
  'decision-recorded',
  'task-assigned',
  'task-done',
  'activity-assigned',
  'plan-comment-mention',
  'room-requested',
  'room-request-answered',
  'plan-approved',
  'plan-signed-off',
  'plan-review-due',
  'clock-due-soon',
  'clock-broken',
])
export type NotificationKind = z.infer<typeof NotificationKind>

/** The ids that the sentence and its link need; a case's code means nothing outside. */
export const NotificationRefs = z.strictObject({
  agreementId: z.uuidv7().optional(),
  obligationId: z.uuidv7().optional(),
  referralId: z.uuidv7().optional(),
  caseId: z.uuidv7().optional(),
  caseCode: z.string().optional(),
  conferenceId: z.uuidv7().optional(),
  taskId: z.uuidv7().optional(),
  planId: z.uuidv7().optional(),
  /** The institution that acted or is concerned. */
  institutionId: z.uuidv7().optional(),
})
export type NotificationRefs = z.infer<typeof NotificationRefs>

/** One line of a person's inbox (NO3). */
export const Notification = z.strictObject({
  id: z.uuidv7(),
  kind: NotificationKind,
  at: Instant,
  readAt: Instant.nullable(),
  refs: NotificationRefs,
})
export type Notification = z.infer<typeof Notification>
