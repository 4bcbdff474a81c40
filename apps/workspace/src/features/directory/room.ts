import { localized, textForCode } from '@mreza/i18n'
import type { Found, Room, SearchWithin } from '../../app/room.ts'
import { ownFirst } from './own-first.ts'

/** Finds institutions of every network, in either script (DI8). */
const searchInstitutions = async (words: string, { api, queryClient, subject, language }: SearchWithin): Promise<readonly Found[]> => {
  const text = words.trim().slice(0, 80)
  const { institutions } = await queryClient.fetchQuery(api.directory.searchDirectory.queryOptions({ text }))
  return ownFirst(institutions, subject.networkId)
    .slice(0, 8)
    .map(({ id, name, sector }) => ({
      id: `institution/${id}`,
      label: localized(name, language).text,
      second: textForCode(language, 'words', `sector.${sector}`),
      to: `/directory/${id}`,
    }))
}

export const directoryRoom: Room = {
  id: 'directory',
  path: '/directory',
  roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'],
  search: searchInstitutions,
}
