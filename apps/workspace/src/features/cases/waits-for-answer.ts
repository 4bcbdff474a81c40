import type { ReferralSummary } from '@mreza/contracts-conferences'

/** Whether a referral is neither taken nor declined yet (CF3). */
export const waitsForAnswer = ({ state }: Pick<ReferralSummary, 'state'>): boolean => state === 'sent' || state === 'acknowledged'
