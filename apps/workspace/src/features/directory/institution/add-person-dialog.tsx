import type { InstitutionDetail } from '@mreza/contracts-directory'
import { Button, Checkbox, Dialog, DialogButtons, RefusalNote, TextField, useLocalized, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { emptyPerson, neededOfPerson, personOf } from './person-draft.ts'
import { useDirectoryChange } from './use-directory-change.ts'

const useDraft = () => {
  const t = useTexts('directory')
  const [draft, setDraft] = useState(emptyPerson)
  const [tried, setTried] = useState(false)
  const field = (name: (typeof neededOfPerson)[number]) => ({
    value: draft[name],
    maxLength: 200,
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: tried && draft[name].trim() === '' ? t('needed') : undefined,
  })
  const isFilled = neededOfPerson.every((name) => draft[name].trim() !== '')
  return { draft, setDraft, field, isFilled, markTried: () => setTried(true) }
}

/** Puts a professional into the directory (DI6). */
export const AddPersonDialog = ({ institution, onClose }: { institution: InstitutionDetail; onClose: () => void }) => {
  const t = useTexts('directory')
  const localized = useLocalized()
  const { draft, setDraft, field, isFilled, markTried } = useDraft()
  const adding = useMutation(useApi().directory.addPerson.mutationOptions({ onSuccess: useDirectoryChange(onClose) }))
  const add = () => (isFilled ? adding.mutate({ institutionId: institution.id, ...personOf(draft) }) : markTried())
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('people.add.question', { institution: localized(institution.name) })}
      consequence={t('people.add.consequence')}
    >
      <TextField label={t('people.name')} hint={t('people.name.hint')} autoComplete="off" autoFocus {...field('name')} />
      <TextField label={t('people.jobTitle')} autoComplete="off" {...field('jobTitle')} />
      <TextField label={t('people.jobTitle.en')} autoComplete="off" {...field('jobTitleEn')} />
      <Checkbox isSelected={draft.isHead} onChange={(isHead) => setDraft((before) => ({ ...before, isHead }))}>
        {t('people.isHead')}
      </Checkbox>
      <RefusalNote refusal={refusalIfAny(adding.error)} />
      <DialogButtons>
        <Button kind="primary" isPending={adding.isPending} onPress={add}>
          {t('people.add.act')}
        </Button>
        <Button onPress={onClose}>{t('close')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
