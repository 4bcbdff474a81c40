import { couldEverInAgreements } from '@mreza/contracts-agreements'
import { couldEverInConferences } from '@mreza/contracts-conferences'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { refusalIfAny } from '../../api/refusal-of.ts'
import { useMe } from '../../api/session.ts'
import type { Duties } from './todays-duties.ts'

const nothing = { referrals: [], cases: [], conferences: [], tasks: [] }

/** What is this person's to do; asks only for what their roles can have. `undefined` until everything has come. */
export const useDuties = () => {
  const api = useApi()
  const { subject } = useMe()
  const worksOnCases = couldEverInConferences(subject, 'case.list')
  const signs = couldEverInAgreements(subject, 'agreement.sign')
  const today = useQuery(api.conferences.readToday.queryOptions({}, { enabled: worksOnCases }))
  const signatures = useQuery(api.agreements.listAwaitingMySignature.queryOptions({}, { enabled: signs }))
  const waits = (worksOnCases && today.data === undefined) || (signs && signatures.data === undefined)
  const duties: Duties | undefined = waits ? undefined : { ...(today.data ?? nothing), signatures: signatures.data ?? [] }
  return { duties, refusal: refusalIfAny(today.error ?? signatures.error) }
}
