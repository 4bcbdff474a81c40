import type { InstitutionSummary } from '@mreza/contracts-directory'
import { useFormats, useLocalized } from '@mreza/ui'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { useInstitutions } from '../../api/institutions.ts'
import { refusalIfAny } from '../../api/refusal-of.ts'
import { useMe } from '../../api/session.ts'
import { columnsOf, partyIn } from './tracked-columns.ts'

/** Everything that the tracker of one's network shows. */
export const useTracker = () => {
  const api = useApi()
  const { subject } = useMe()
  const network = subject.networkId === null ? skipToken : { networkId: subject.networkId }
  const tracker = useQuery(api.monitoring.readTracker.queryOptions(network))
  const agreements = useQuery(api.agreements.listAgreements.queryOptions(network))
  const detail = useQuery(api.directory.readNetwork.queryOptions(network))
  const formats = useFormats()
  const localized = useLocalized()
  const columns = columnsOf(tracker.data?.agreements ?? [], agreements.data ?? [])
  const isParty = ({ id }: InstitutionSummary) => columns.some((column) => partyIn(column, id) !== undefined)
  const institutions = [...useInstitutions().values()]
    .filter(({ networkId }) => networkId !== null)
    .sort((a, b) => Number(isParty(b)) - Number(isParty(a)) || formats.compare(localized(a.name), localized(b.name)))
  return {
    columns,
    institutions,
    records: detail.data?.agreementRecords ?? [],
    asOf: tracker.data?.asOf,
    refusal: refusalIfAny(tracker.error ?? agreements.error ?? detail.error),
  }
}
