import { foldForSearch, textForCode } from '@mreza/i18n'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/api-context.tsx'
import { useMe } from '../../api/session.ts'
import type { Found, Room, SearchWithin } from '../../app/room.ts'
import { waitsForAnswer } from './waits-for-answer.ts'

const pressing = new Set(['broken', 'soon'])

/** Referrals that wait for an answer, and the cases one leads whose clock is broken or due soon. */
const useMineToDo = (): number | undefined => {
  const api = useApi()
  const { subject } = useMe()
  const { data: referrals } = useQuery(api.conferences.listReferrals.queryOptions({ box: 'received' }))
  const { data: cases } = useQuery(api.conferences.listCases.queryOptions({}))
  if (referrals === undefined || cases === undefined) return undefined
  const mine = cases.filter(({ caseManagerId, firstClock }) => caseManagerId === subject.personId && pressing.has(firstClock?.state ?? ''))
  return referrals.filter(waitsForAnswer).length + mine.length
}

/** Finds the cases one takes part in by their code, with or without its dashes. */
const searchCases = async (words: string, { api, queryClient, language }: SearchWithin): Promise<readonly Found[]> => {
  const plain = (text: string) => foldForSearch(text).replaceAll(/[\s-]/g, '')
  const wanted = plain(words)
  const cases = await queryClient.fetchQuery(api.conferences.listCases.queryOptions({}))
  return cases
    .filter(({ code }) => plain(code).includes(wanted))
    .slice(0, 8)
    .map(({ id, code, priority }) => ({
      id: `case/${id}`,
      label: code,
      second: textForCode(language, 'words', `priority.${priority}`),
      to: `/cases/${id}`,
    }))
}

export const casesRoom: Room = {
  id: 'cases',
  path: '/cases',
  roles: ['coordinator', 'practitioner', 'head', 'center-officer'],
  useCount: useMineToDo,
  search: searchCases,
}
