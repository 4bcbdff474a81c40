import type { Participation } from '@mreza/contracts-conferences'
import { useLanguage, useLocalized } from '@mreza/ui'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { useInstitutions } from '../../../api/institutions.ts'
import { usePeople } from '../../../api/people.ts'
import type { NameOf } from '../editor/names.ts'

const NamesContext = createContext<NameOf>(() => ({ short: '', person: '' }))

/** *Milica Đorđević* → *M. Đorđević*. */
const initialAndFamily = (name: string): string => {
  const [given = '', ...family] = name.split(' ')
  return family.length === 0 ? given : `${given.slice(0, 1)}. ${family.join(' ')}`
}

/** Knows the names of those who take part in the case, in the reader's script, for flags, marks and lists. */
export const NamesProvider = ({
  personIds,
  children,
}: {
  personIds: readonly (Participation['personId'] | undefined)[]
  children: ReactNode
}) => {
  const people = usePeople(personIds)
  const institutions = useInstitutions()
  const localized = useLocalized()
  const language = useLanguage()
  const nameOf = useMemo<NameOf>(
    () => (personId, institutionId) => {
      const person = people.get(personId)
      const institution = institutions.get(institutionId)
      const name = language === 'sr-Cyrl' ? person?.displayName.srCyrl : person?.displayName.srLatn
      return {
        short: institution === undefined ? '' : localized(institution.shortName),
        person: name === undefined ? '' : initialAndFamily(name),
      }
    },
    [people, institutions, localized, language],
  )
  return <NamesContext value={nameOf}>{children}</NamesContext>
}

/** Gives the names for a person of an institution. */
export const useNames = (): NameOf => use(NamesContext)
