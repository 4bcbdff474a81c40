import type { InstitutionSummary } from '@mreza/contracts-directory'
import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { Chip, useLocalized, useTexts } from '@mreza/ui'
import { useInstitutions } from '../../api/institutions.ts'
import { usePeople } from '../../api/people.ts'
import { useNameOf } from '../../app/layout/own-words.ts'

/** Gives the full name of an institution, or a dash's worth of words while it is not known. */
export const useInstitutionName = () => {
  const t = useTexts('cases')
  const localized = useLocalized()
  const institutions = useInstitutions()
  return (id: InstitutionId): string => {
    const found = institutions.get(id)
    return found === undefined ? t('who.elsewhere') : localized(found.name)
  }
}

/** Gives a professional's name among those asked for. */
export const usePersonName = (ids: readonly (PersonId | null)[]) => {
  const people = usePeople(ids)
  const nameOf = useNameOf()
  return (id: PersonId): string | undefined => {
    const person = people.get(id)
    return person && nameOf(person.displayName)
  }
}

const Known = ({ institution, name }: { institution: InstitutionSummary; name: string }) => {
  const localized = useLocalized()
  return (
    <Chip sector={institution.sector} short={localized(institution.shortName)} institution={localized(institution.name)}>
      {name}
    </Chip>
  )
}

/** An institution, or one person of it, as a chip; `name` stands after the mark. */
export const Who = ({ institutionId, name }: { institutionId: InstitutionId; name: string | undefined }) => {
  const institution = useInstitutions().get(institutionId)
  const nameOfInstitution = useInstitutionName()
  if (institution === undefined) return <span>{name ?? nameOfInstitution(institutionId)}</span>
  return <Known institution={institution} name={name ?? nameOfInstitution(institutionId)} />
}
