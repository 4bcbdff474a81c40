import type { RefusalShape } from '@mreza/contracts-kernel'
import { type ReactNode, useState } from 'react'
import { TextArea } from '../fields/text-area.tsx'
import { useTexts } from '../language.tsx'
import { Button } from './button.tsx'
import { Dialog, DialogButtons } from './dialog.tsx'
import { RefusalNote } from './refusal-note.tsx'

/** What the question is given. */
export interface ReasonDialogProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly title: ReactNode
  readonly consequence?: ReactNode
  /** The verb on the filled button. */
  readonly confirm: string
  /** Something is lost or refused by it: the button is red and never has the first focus. */
  readonly destructive?: boolean | undefined
  /** Whether a reason is needed; three characters at least. */
  readonly needsReason?: boolean | undefined
  readonly reasonLabel?: string | undefined
  readonly isPending?: boolean | undefined
  readonly refusal?: RefusalShape | undefined
  readonly onConfirm: (reason: string) => void
  /** Further fields between the consequence and the reason. */
  readonly children?: ReactNode
  /** Asked at every press: are the further fields filled in? They say themselves what is missing. */
  readonly mayConfirm?: (() => boolean) | undefined
}

const useReason = (needed: boolean) => {
  const t = useTexts('ui')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const tooShort = needed && reason.trim().length < 3
  return { reason, setReason, tooShort, tried: () => setTried(true), error: tried && tooShort ? t('dialog.reason.needed') : undefined }
}

/** A question with its consequence and, where the act needs one, a reason. What was typed stays if the answer is a refusal. */
export const ReasonDialog = (props: ReasonDialogProps) => {
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
