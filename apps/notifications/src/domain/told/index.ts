import { toldOfAgreements } from './agreements.ts'
import { toldOfCases } from './cases.ts'
import { toldOfConferences } from './conferences.ts'
import { toldOfObligations } from './obligations.ts'
import { toldOfPlans } from './plans.ts'
import { toldOfReferrals } from './referrals.ts'

/** Every event that reaches an inbox, once. */
export const everythingTold = [
  ...toldOfAgreements,
  ...toldOfObligations,
  ...toldOfReferrals,
  ...toldOfCases,
  ...toldOfConferences,
  ...toldOfPlans,
]
