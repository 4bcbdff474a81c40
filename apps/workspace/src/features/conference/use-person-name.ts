import type { PersonId } from '@mreza/contracts-kernel'
import { usePeople } from '../../api/people.ts'
import { useNameOf } from '../../app/layout/own-words.ts'

/** Gives a professional's name among those asked for; nothing while it is not known. */
export const usePersonNames = (ids: readonly (PersonId | null)[]) => {
  const people = usePeople(ids)
  const nameOf = useNameOf()
  return (id: PersonId): string => {
    const person = people.get(id)
    return person === undefined ? '' : nameOf(person.displayName)
  }
}
