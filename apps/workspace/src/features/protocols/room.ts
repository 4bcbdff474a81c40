import { foldForSearch, localized } from '@mreza/i18n'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { useMe } from '../../api/session.ts'
import type { Found, Room, SearchWithin } from '../../app/room.ts'
import { standingOf } from './standing-of.ts'

/** Signatures that are asked of me; those declined for now are not counted. */
const useAskedOfMe = (): number | undefined => {
  const { subject } = useMe()
  const { data } = useQuery(useApi().agreements.listAwaitingMySignature.queryOptions({}))
  return data?.filter((agreement) => standingOf(agreement, subject.institutionId)?.state === 'asked').length
}

/** Finds agreements of the network by their title in any language and script. */
const searchAgreements = async (words: string, { api, queryClient, subject, language }: SearchWithin): Promise<readonly Found[]> => {
  if (subject.networkId === null) return []
  const wanted = foldForSearch(words)
  const agreements = await queryClient.fetchQuery(api.agreements.listAgreements.queryOptions({ networkId: subject.networkId }))
  return agreements
    .filter(({ title }) => [title.en, title.srLatn].some((text) => foldForSearch(text).includes(wanted)))
    .slice(0, 8)
    .map(({ id, title }) => ({ id: `agreement/${id}`, label: localized(title, language).text, to: `/protocols/${id}` }))
}

export const protocolsRoom: Room = {
  id: 'protocols',
  path: '/protocols',
  roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer'],
  useCount: useAskedOfMe,
  search: searchAgreements,
}
