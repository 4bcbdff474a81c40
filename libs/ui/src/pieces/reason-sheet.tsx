import { useState } from 'react'
import { TextArea } from '../fields/text-area.tsx'
import { useTexts } from '../language.tsx'
import { Button } from './button.tsx'
import { Dialog, DialogButtons } from './dialog.tsx'
import type { ReasonDialogProps } from './reason-dialog.tsx'
import { RefusalNote } from './refusal-note.tsx'

const useReason = (needed: boolean) => {
  const t = useTexts('ui')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const tooShort = needed && reason.trim().length < 3
  return { reason, setReason, tooShort, tried: () => setTried(true), error: tried && tooShort ? t('dialog.reason.needed') : undefined }
}

/** The sheet of a {@link ReasonDialogProps | question}, begun anew at each opening. */
export const ReasonSheet = (props: ReasonDialogProps) => {
  const {
    title,
    consequence,
    confirm,
    destructive = false,
    needsReason = true,
    reasonLabel,
    isPending = false,
    refusal,
    onConfirm,
    children,
    mayConfirm,
    ...open
  } = props
  const t = useTexts('ui')
  const reason = useReason(needsReason)
  const submit = () => {
    const othersFilled = mayConfirm?.() ?? true
    if (reason.tooShort) reason.tried()
    else if (othersFilled) onConfirm(reason.reason.trim())
  }
  const confirmButton = (
    <Button kind={destructive ? 'danger' : 'primary'} isPending={isPending} onPress={submit}>
      {confirm}
    </Button>
  )
  return (
    <Dialog {...open} title={title} consequence={consequence} role={destructive ? 'alertdialog' : 'dialog'}>
      {(close) => (
        <>
          {children}
          {needsReason && (
            <TextArea
              label={reasonLabel ?? t('dialog.reason')}
              value={reason.reason}
              onChange={reason.setReason}
              error={reason.error}
              rows={3}
              autoFocus
            />
          )}
          <RefusalNote refusal={refusal} />
          <DialogButtons>
            {!(destructive && !needsReason) && confirmButton}
            <Button onPress={close} autoFocus={destructive && !needsReason}>
              {t('dialog.cancel')}
            </Button>
            {destructive && !needsReason && confirmButton}
          </DialogButtons>
        </>
      )}
    </Dialog>
  )
}
