import type { CaseDetail } from '@mreza/contracts-conferences'
import type { PersonId } from '@mreza/contracts-kernel'
import { Button, Dialog, DialogButtons, RadioGroup, RefusalNote, useLocalized, useTexts } from '@mreza/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { Loaded } from '../opened.tsx'
import { useCaseChanged } from './open-case.ts'

const useNaming = (onClose: () => void) => {
  const changed = useCaseChanged()
  const onSuccess = async (after: CaseDetail) => {
    await changed(after)
    onClose()
  }
  return useMutation(useApi().conferences.nameCaseManager.mutationOptions({ onSuccess }))
}

/** Chooses the one person of the leading institution who leads the case (CF11). */
export const NameManagerDialog = ({ file, onClose }: { file: CaseDetail; onClose: () => void }) => {
  const t = useTexts('cases')
  const ui = useTexts('ui')
  const localized = useLocalized()
  const nameOf = useNameOf()
  const people = useQuery(useApi().directory.listPeople.queryOptions({ institutionIds: [file.leadInstitutionId] }))
  const [chosen, setChosen] = useState<PersonId | null>(file.caseManagerId)
  const [tried, setTried] = useState(false)
  const naming = useNaming(onClose)
  const confirm = () => {
    setTried(true)
    if (chosen !== null) naming.mutate({ caseId: file.id, personId: chosen })
  }
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={t('manager.question')} consequence={t('manager.consequence')}>
      <Loaded query={people}>
        {(list) => (
          <RadioGroup
            label={t('manager.people')}
            options={list.map(({ id, displayName, jobTitle }) => ({ value: id, label: nameOf(displayName), second: localized(jobTitle) }))}
            value={chosen}
            onChange={setChosen}
            error={tried && chosen === null ? t('manager.needed') : undefined}
          />
        )}
      </Loaded>
      <RefusalNote refusal={refusalIfAny(naming.error)} />
      <DialogButtons>
        <Button kind="primary" isPending={naming.isPending} onPress={confirm}>
          {t('manager.confirm')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
