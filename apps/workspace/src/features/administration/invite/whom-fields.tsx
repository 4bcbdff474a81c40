import type { PersonId } from '@mreza/contracts-kernel'
import { Select, TextField, useLocalized, useTexts } from '@mreza/ui'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { newPerson } from './invite-draft.ts'
import type { Invite } from './use-invite.ts'

const KnownPeople = ({ invite: { draft, change, people } }: { invite: Invite }) => {
  const t = useTexts('administration')
  const localized = useLocalized()
  const nameOf = useNameOf()
  const options = [
    { value: newPerson as string, label: t('invite.newPerson') },
    ...people.map(({ id, displayName, jobTitle }) => ({ value: id as string, label: nameOf(displayName), second: localized(jobTitle) })),
  ]
  return (
    <Select
      label={t('invite.person')}
      hint={t('invite.person.hint')}
      options={options}
      value={draft.whom}
      onChange={(whom) => change({ whom: whom as PersonId | typeof newPerson })}
    />
  )
}

/** Somebody of the directory who has no account yet, or somebody new with name and job title. */
export const WhomFields = ({ invite }: { invite: Invite }) => {
  const t = useTexts('administration')
  const { draft, change, errorOf, people } = invite
  const field = (name: 'name' | 'jobTitle' | 'jobTitleEn') => ({
    value: draft[name],
    maxLength: 200,
    autoComplete: 'off',
    onChange: (value: string) => change({ [name]: value }),
    error: errorOf(name),
  })
  return (
    <>
      {people.length > 0 && <KnownPeople invite={invite} />}
      {draft.whom === newPerson && (
        <>
          <TextField label={t('invite.name')} hint={t('invite.name.hint')} {...field('name')} />
          <TextField label={t('invite.jobTitle')} {...field('jobTitle')} />
          <TextField label={t('invite.jobTitleEn')} {...field('jobTitleEn')} />
        </>
      )}
    </>
  )
}
