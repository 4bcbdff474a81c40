import type { Member } from '@mreza/contracts-identity'
import { Button, Dialog, DialogButtons, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { useIdentityChange } from '../invitations/use-identity-change.ts'

/** Ends a membership after one question; every session in it is closed before the answer (ID7). */
export const EndMembershipDialog = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const t = useTexts('administration')
  const ui = useTexts('ui')
  const name = useNameOf()(member.displayName)
  const ending = useMutation(useApi().identity.endMembership.mutationOptions({ onSuccess: useIdentityChange(onClose) }))
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={t('end.question', { name })} consequence={t('end.consequence')}>
      <RefusalNote refusal={refusalIfAny(ending.error)} />
      <DialogButtons>
        <Button kind="danger" isPending={ending.isPending} onPress={() => ending.mutate({ membershipId: member.membershipId })}>
          {t('end.confirm')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
