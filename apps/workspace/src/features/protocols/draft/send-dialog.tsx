import type { AgreementDetail } from '@mreza/contracts-agreements'
import { Button, DateField, Dialog, DialogButtons, RefusalNote, useAnnounce, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useAgreementChange } from '../use-agreement-change.ts'

const useSending = (onClose: () => void) => {
  const t = useTexts('protocols')
  const { agreements } = useApi()
  const changed = useAgreementChange()
  const announce = useAnnounce()
  return useMutation(
    agreements.sendAgreement.mutationOptions({
      onSuccess: async () => {
        await changed()
        announce(t('send.done'))
        onClose()
      },
    }),
  )
}

/** Asks once more before the text freezes and the parties are asked (AG3). */
export const SendDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const ui = useTexts('ui')
  const sending = useSending(onClose)
  const [signBy, setSignBy] = useState<string | null>(null)
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('send.question')}
      consequence={t('send.consequence', { count: agreement.parties.length })}
    >
      <DateField label={t('send.by')} hint={t('send.by.hint')} value={signBy} onChange={setSignBy} optional />
      <RefusalNote refusal={refusalIfAny(sending.error)} />
      <DialogButtons>
        <Button
          kind="primary"
          isPending={sending.isPending}
          onPress={() => sending.mutate({ agreementId: agreement.id, ...(signBy === null ? {} : { signBy }) })}
        >
          {t('send')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
