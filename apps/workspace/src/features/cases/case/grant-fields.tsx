import { type InstitutionId, type PersonId, Section } from '@mreza/contracts-kernel'
import { Checkbox, CheckboxGroup, ComboBox, Select, useFormats, useLocalized, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useInstitutions } from '../../../api/institutions.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import type { GrantDraft, GrantField } from './grant-draft.ts'

/** What every group of fields of the dialog is given. */
export interface GrantFieldsProps {
  readonly draft: GrantDraft
  readonly change: (part: Partial<GrantDraft>) => void
  readonly isWrong: (field: GrantField) => boolean
}

const everyone = 'everyone'

const PersonField = ({ institutionId, draft, change }: GrantFieldsProps & { institutionId: InstitutionId }) => {
  const t = useTexts('cases')
  const localized = useLocalized()
  const nameOf = useNameOf()
  const { data: people = [] } = useQuery(useApi().directory.listPeople.queryOptions({ institutionIds: [institutionId] }))
  const options = people.map(({ id, displayName, jobTitle }) => ({
    value: id as string,
    label: nameOf(displayName),
    second: localized(jobTitle),
  }))
  return (
    <Select
      label={t('grant.person')}
      options={[{ value: everyone, label: t('grant.person.everyone') }, ...options]}
      value={draft.personId ?? everyone}
      onChange={(chosen) => change({ personId: chosen === everyone ? null : (chosen as PersonId) })}
    />
  )
}

/** Whom: an institution, and one person of it or everyone there who works on cases. */
export const WhomFields = (props: GrantFieldsProps) => {
  const t = useTexts('cases')
  const localized = useLocalized()
  const { compare } = useFormats()
  const { draft, change, isWrong } = props
  const options = [...useInstitutions().values()]
    .map(({ id, name, shortName }) => ({ value: id, label: localized(name), second: localized(shortName) }))
    .sort((a, b) => compare(a.label, b.label))
  return (
    <>
      <ComboBox
        label={t('grant.institution')}
        options={options}
        value={draft.institutionId}
        onChange={(institutionId) => change({ institutionId, personId: null })}
        error={isWrong('institutionId') ? t('grant.needed.institution') : undefined}
      />
      {draft.institutionId !== null && <PersonField {...props} institutionId={draft.institutionId} />}
    </>
  )
}

/** Which parts of the case. */
export const SectionsField = ({ draft, change, isWrong }: GrantFieldsProps) => {
  const t = useTexts('cases')
  return (
    <CheckboxGroup
      label={t('grant.sections')}
      hint={t('grant.sections.hint')}
      value={[...draft.sections]}
      onChange={(chosen) => change({ sections: Section.options.filter((section) => chosen.includes(section)) })}
      error={isWrong('sections') ? t('grant.needed.sections') : undefined}
      sideBySide
    >
      {Section.options.map((section) => (
        <Checkbox key={section} value={section}>
          {t(`section.${section}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
