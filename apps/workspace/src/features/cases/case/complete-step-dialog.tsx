import type { CaseDetail, CaseStep } from '@mreza/contracts-conferences'
import { Button, Dialog, DialogButtons, RefusalNote, TextArea, useLocalized, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useCaseChanged } from './open-case.ts'

const useCompleting = (onClose: () => void) => {
  const changed = useCaseChanged()
  const onSuccess = async (after: CaseDetail) => {
    await changed(after)
    onClose()
  }
  return useMutation(useApi().conferences.completeStep.mutationOptions({ onSuccess }))
}

/** Says that a step is done, and what shows it (CF10). */
export const CompleteStepDialog = ({ step, file, onClose }: { step: CaseStep; file: CaseDetail; onClose: () => void }) => {
  const t = useTexts('cases')
  const ui = useTexts('ui')
  const localized = useLocalized()
  const [evidence, setEvidence] = useState('')
  const [tried, setTried] = useState(false)
  const completing = useCompleting(onClose)
  const empty = evidence.trim() === ''
  const confirm = () => {
    setTried(true)
    if (!empty) completing.mutate({ caseId: file.id, stepId: step.id, evidence: evidence.trim() })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('procedure.complete.question', { step: localized(step.title) })}
      consequence={t('procedure.complete.consequence')}
    >
      <TextArea
        label={t('procedure.complete.evidence')}
        hint={t('procedure.complete.expected', { evidence: localized(step.expectedEvidence) })}
        error={tried && empty ? t('procedure.complete.needed') : undefined}
        value={evidence}
        onChange={setEvidence}
        rows={3}
        autoFocus
      />
      <RefusalNote refusal={refusalIfAny(completing.error)} />
      <DialogButtons>
        <Button kind="primary" isPending={completing.isPending} onPress={confirm}>
          {t('procedure.complete.confirm')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
