import * as z from 'zod'

/** What Mreža itself sees of how a duty is kept: answers to referrals, conferences and reviews of plans that came in time or not. */
export const ObservedDuty = z.enum(['referral-answered-in-time', 'conference-held-in-time', 'step-done-in-time'])
export type ObservedDuty = z.infer<typeof ObservedDuty>
