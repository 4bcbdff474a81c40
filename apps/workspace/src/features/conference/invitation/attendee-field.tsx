import type { PersonId, RefusalShape } from '@mreza/contracts-kernel'
import { Select, useLocalized, useRefusalSentence, useTexts } from '@mreza/ui'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { useMe } from '../../../api/session.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'

/** Who of one's institution comes (CF19). */
export const AttendeeField = ({
  value,
  onChange,
  refusal,
}: {
  value: PersonId
  onChange: (chosen: PersonId) => void
  refusal: RefusalShape | undefined
}) => {
  const t = useTexts('conference')
  const localized = useLocalized()
  const sentence = useRefusalSentence()
  const nameOf = useNameOf()
  const { subject } = useMe()
  const { data: people = [] } = useQuery(useApi().directory.listPeople.queryOptions({ institutionIds: [subject.institutionId] }))
  const options = people.map(({ id, displayName, jobTitle }) => ({
    value: id,
    label: id === subject.personId ? t('answer.who.me', { name: nameOf(displayName) }) : nameOf(displayName),
    second: localized(jobTitle),
  }))
  return (
    <Select
      label={t('answer.who')}
      options={options}
      value={value}
      onChange={onChange}
      error={refusal?.field === 'attendeeId' ? sentence(refusal) : undefined}
    />
  )
}
