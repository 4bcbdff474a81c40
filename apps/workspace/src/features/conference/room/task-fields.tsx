import type { InstitutionId, PersonId, RefusalShape } from '@mreza/contracts-kernel'
import { wallTimeOf } from '@mreza/i18n'
import { DateField, Select, TextArea, useFormats, useLocalized, useNow, useRefusalSentence, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useInstitutions } from '../../../api/institutions.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { takesPartNow } from '../takes-part.ts'
import { useRoom } from './room-context.ts'
import type { TaskDraft } from './task-draft.ts'

interface TaskFieldsProps {
  readonly draft: TaskDraft
  readonly change: (part: Partial<TaskDraft>) => void
  readonly isWrong: (field: keyof TaskDraft) => boolean
  readonly refusal: RefusalShape | undefined
}

const nobody = 'nobody'

const PersonField = ({ institutionId, draft, change, refusal }: TaskFieldsProps & { institutionId: InstitutionId }) => {
  const t = useTexts('conference')
  const localized = useLocalized()
  const nameOf = useNameOf()
  const sentence = useRefusalSentence()
  const { data: people = [] } = useQuery(useApi().directory.listPeople.queryOptions({ institutionIds: [institutionId] }))
  const options = people.map(({ id, displayName, jobTitle }) => ({
    value: id as string,
    label: nameOf(displayName),
    second: localized(jobTitle),
  }))
  return (
    <Select
      label={t('task.person')}
      options={[{ value: nobody, label: t('task.person.nobody') }, ...options]}
      value={draft.personId ?? nobody}
      onChange={(chosen) => change({ personId: chosen === nobody ? null : (chosen as PersonId) })}
      error={refusal?.field === 'personId' ? sentence(refusal) : undefined}
    />
  )
}

/** The institutions of which somebody takes part in the case, by name. */
const useTakingPart = () => {
  const { file } = useRoom()
  const institutions = useInstitutions()
  const localized = useLocalized()
  const { compare } = useFormats()
  const taking = takesPartNow(file?.participations ?? [], useNow())
  return [...institutions.values()]
    .filter(({ id }) => taking.has(id))
    .map(({ id, name, shortName }) => ({ value: id, label: localized(name), second: localized(shortName) }))
    .toSorted((a, b) => compare(a.label, b.label))
}

/** Who, what, by when. */
export const TaskFields = (props: TaskFieldsProps) => {
  const t = useTexts('conference')
  const sentence = useRefusalSentence()
  const now = useNow()
  const { draft, change, isWrong, refusal } = props
  const errorOf = (field: keyof TaskDraft, needed: string) => {
    if (isWrong(field)) return needed
    return refusal?.field === field ? sentence(refusal) : undefined
  }
  return (
    <>
      <Select
        label={t('task.institution')}
        hint={t('task.institution.hint')}
        options={useTakingPart()}
        value={draft.institutionId}
        onChange={(institutionId) => change({ institutionId, personId: null })}
        error={errorOf('institutionId', t('needed.institution'))}
      />
      {draft.institutionId !== null && <PersonField {...props} institutionId={draft.institutionId} />}
      <TextArea
        label={t('task.what')}
        rows={3}
        value={draft.what}
        onChange={(what) => change({ what })}
        error={errorOf('what', t('needed.what'))}
      />
      <DateField
        label={t('task.dueOn')}
        min={wallTimeOf(now).date}
        value={draft.dueOn}
        onChange={(dueOn) => change({ dueOn })}
        error={errorOf('dueOn', t('needed.dueOn'))}
      />
    </>
  )
}
