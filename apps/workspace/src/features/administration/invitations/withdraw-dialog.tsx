import type { OpenInvitation } from '@mreza/contracts-identity'
import { Button, Dialog, DialogButtons, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useIdentityChange } from './use-identity-change.ts'

/** Withdraws an invitation: its link opens nothing any more (ID21). */
export const WithdrawDialog = ({ invitation, onClose }: { invitation: OpenInvitation; onClose: () => void }) => {
  const t = useTexts('administration')
  const ui = useTexts('ui')
  const name = useNameOf()(invitation.displayName)
  const withdrawing = useMutation(useApi().identity.withdrawInvitation.mutationOptions({ onSuccess: useIdentityChange(onClose) }))
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('withdraw.question', { name })}
      consequence={t('withdraw.consequence')}
    >
      <RefusalNote refusal={refusalIfAny(withdrawing.error)} />
      <DialogButtons>
        <Button
          kind="danger"
          isPending={withdrawing.isPending}
          onPress={() => withdrawing.mutate({ invitationId: invitation.invitationId })}
        >
          {t('withdraw.confirm')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
