import type { InvitationRequest, OpenInvitation } from '@mreza/contracts-identity'
import { Button, Dialog, DialogButtons, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useNameOf } from '../../../app/layout/own-words.ts'
import { IssuedLink } from '../issued-link.tsx'
import { useIdentityChange } from './use-identity-change.ts'

/** The same invitation once more: inviting the same address into the same institution renews it (ID10). */
const sameAgain = ({ email, displayName, jobTitle, institutionId, roles, personId }: OpenInvitation): InvitationRequest | undefined =>
  jobTitle === null ? undefined : { email, displayName, jobTitle, institutionId, roles: [...roles], personId }

/** Makes a new link for an invitation; the one before opens nothing from then on. */
export const RenewDialog = ({ invitation, onClose }: { invitation: OpenInvitation; onClose: () => void }) => {
  const t = useTexts('administration')
  const ui = useTexts('ui')
  const name = useNameOf()(invitation.displayName)
  const renewing = useMutation(useApi().identity.invite.mutationOptions({ gcTime: 0, onSuccess: useIdentityChange() }))
  const request = sameAgain(invitation)
  return (
    <Dialog
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      title={renewing.data ? t('link.title') : t('renew.question', { name })}
      {...(renewing.data ? {} : { consequence: t('renew.consequence') })}
    >
      {renewing.data && <IssuedLink issued={renewing.data} name={name} />}
      <RefusalNote refusal={refusalIfAny(renewing.error)} />
      <DialogButtons>
        {!renewing.data && request && (
          <Button kind="primary" isPending={renewing.isPending} onPress={() => renewing.mutate(request)}>
            {t('renew.confirm')}
          </Button>
        )}
        <Button onPress={onClose}>{renewing.data ? ui('dialog.close') : ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
