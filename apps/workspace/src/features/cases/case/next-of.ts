import type { CaseDetail, ConferenceSummary } from '@mreza/contracts-conferences'

/** What comes next in a case. */
export type Next =
  | { readonly kind: 'name-manager' }
  | { readonly kind: 'enter'; readonly conference: NonNullable<CaseDetail['nextConference']>; readonly underWay: boolean }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'plan' }

/** The one next step: somebody leads, then they meet, then they write the plan together. */
export const nextOf = (file: CaseDetail, conferences: readonly Pick<ConferenceSummary, 'id' | 'state'>[]): Next => {
  if (file.caseManagerId === null) return { kind: 'name-manager' }
  const conference = file.nextConference
  if (conference !== null)
    return { kind: 'enter', conference, underWay: conferences.some(({ id, state }) => id === conference.id && state === 'under-way') }
  return conferences.some(({ state }) => state === 'closed') ? { kind: 'plan' } : { kind: 'schedule' }
}
