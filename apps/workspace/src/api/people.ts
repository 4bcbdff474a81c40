import type { Person } from '@mreza/contracts-directory'
import type { PersonId } from '@mreza/contracts-kernel'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from './api-context.tsx'

const hour = 60 * 60_000
const none: ReadonlyMap<PersonId, Person> = new Map()

/** The professionals with these ids, by id, asked for together; those not known yet are not in it. Never a beneficiary. */
export const usePeople = (ids: readonly (PersonId | null | undefined)[]): ReadonlyMap<PersonId, Person> => {
  const personIds = [...new Set(ids.filter((id) => id !== null && id !== undefined))].sort()
  const { data } = useQuery(
    useApi().directory.namePeople.queryOptions(
      { personIds },
      { enabled: personIds.length > 0, staleTime: hour, placeholderData: keepPreviousData },
    ),
  )
  return useMemo(() => (data === undefined ? none : new Map(data.map((person) => [person.id, person]))), [data])
}
