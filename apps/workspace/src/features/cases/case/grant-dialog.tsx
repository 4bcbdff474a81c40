import type { CaseId } from '@mreza/contracts-kernel'
import { Button, DateTimeField, Dialog, DialogButtons, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { BasisFields } from './basis-fields.tsx'
import { emptyGrant, type GrantDraft, type GrantField, readGrant } from './grant-draft.ts'
import { SectionsField, WhomFields } from './grant-fields.tsx'

const useGranting = (onClose: () => void) => {
  const { conferences } = useApi()
  const queryClient = useQueryClient()
  const onSuccess = async () => {
    await queryClient.invalidateQueries(conferences.pathFilter())
    onClose()
  }
  return useMutation(conferences.grantParticipation.mutationOptions({ onSuccess }))
}

/** What the dialog is given; `initial` is filled in from the start, as where somebody has asked for it. */
export interface GrantDialogProps {
  readonly caseId: CaseId
  readonly initial?: Partial<GrantDraft>
  readonly onClose: () => void
}

/** Lets an institution or one person take part: whom, which sections, on what basis, until when (CF13, CF16). */
export const GrantDialog = ({ caseId, initial, onClose }: GrantDialogProps) => {
  const t = useTexts('cases')
  const ui = useTexts('ui')
  const [draft, setDraft] = useState<GrantDraft>({ ...emptyGrant, ...initial })
  const [tried, setTried] = useState(false)
  const granting = useGranting(onClose)
  const read = readGrant(caseId, draft)
  const isWrong = (field: GrantField) => tried && 'wrong' in read && read.wrong.has(field)
  const shared = { draft, isWrong, change: (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part })) }
  const confirm = () => {
    setTried(true)
    if ('grant' in read) granting.mutate(read.grant)
  }
  return (
    <Dialog isOpen wide onOpenChange={(open) => !open && onClose()} title={t('grant.question')} consequence={t('grant.consequence')}>
      <WhomFields {...shared} />
      <SectionsField {...shared} />
      <BasisFields {...shared} />
      <DateTimeField
        label={t('grant.until')}
        hint={t('grant.until.hint')}
        optional
        value={draft.until}
        onChange={(until) => shared.change({ until })}
      />
      <RefusalNote refusal={refusalIfAny(granting.error)} />
      <DialogButtons>
        <Button kind="primary" isPending={granting.isPending} onPress={confirm}>
          {t('grant.confirm')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
