import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'
import { standingOf } from '../standing-of.ts'

/** Open agreements that my institution has not signed: those it is asked for, and those it declined for now (AG7). */
export const useAwaiting = () => {
  const { subject } = useMe()
  const { data = [] } = useQuery(useApi().agreements.listAwaitingMySignature.queryOptions({}))
  const isDeclined = (agreement: (typeof data)[number]) => standingOf(agreement, subject.institutionId)?.state === 'declined'
  return { asked: data.filter((agreement) => !isDeclined(agreement)), declined: data.filter(isDeclined) }
}
