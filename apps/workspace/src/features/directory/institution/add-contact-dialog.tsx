import { Contact, type InstitutionDetail } from '@mreza/contracts-directory'
import { Button, Dialog, DialogButtons, RefusalNote, Select, TextField, useLocalized, useRefusalSentence, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useDirectoryChange } from './use-directory-change.ts'

const kinds = Contact.shape.kind.options

const useAdding = (institution: InstitutionDetail, onClose: () => void) => {
  const [kind, setKind] = useState<Contact['kind']>('telephone')
  const [value, setValue] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const adding = useMutation(useApi().directory.addContact.mutationOptions({ onSuccess: useDirectoryChange(onClose) }))
  const add = () => {
    setTried(true)
    if (value.trim() === '') return
    adding.mutate({ institutionId: institution.id, kind, value: value.trim(), note: note.trim() === '' ? null : note.trim() })
  }
  return { kind, setKind, value, setValue, note, setNote, isEmpty: tried && value.trim() === '', adding, add }
}

/** Adds a contact that was tried today (DI6, DI7). */
export const AddContactDialog = ({ institution, onClose }: { institution: InstitutionDetail; onClose: () => void }) => {
  const t = useTexts('directory')
  const localized = useLocalized()
  const sentence = useRefusalSentence()
  const { kind, setKind, value, setValue, note, setNote, isEmpty, adding, add } = useAdding(institution, onClose)
  const refusal = refusalIfAny(adding.error)
  const atValue = refusal?.field === 'value' ? sentence(refusal) : undefined
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('contacts.add.question', { institution: localized(institution.name) })}
      consequence={t('contacts.add.consequence')}
    >
      <Select
        label={t('contacts.kind')}
        options={kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={t('contacts.value')}
        value={value}
        onChange={setValue}
        maxLength={200}
        autoComplete="off"
        error={isEmpty ? t('needed') : atValue}
      />
      <TextField label={t('contacts.note')} hint={t('contacts.note.hint')} optional value={note} onChange={setNote} maxLength={200} />
      <RefusalNote refusal={atValue === undefined ? refusal : undefined} />
      <DialogButtons>
        <Button kind="primary" isPending={adding.isPending} onPress={add}>
          {t('contacts.add.act')}
        </Button>
        <Button onPress={onClose}>{t('close')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
