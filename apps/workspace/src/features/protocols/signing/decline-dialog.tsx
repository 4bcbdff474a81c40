import type { AgreementDetail } from '@mreza/contracts-agreements'
import { ReasonDialog, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useMe } from '../../../api/session.ts'
import { useInstitutionName } from '../party-institutions.ts'
import { useAgreementChange } from '../use-agreement-change.ts'
import type { WhatFollowsFromDeclining } from './what-follows.tsx'

const useDeclining = (onDone: (follows: WhatFollowsFromDeclining) => void) => {
  const { agreements } = useApi()
  const changed = useAgreementChange()
  return useMutation(
    agreements.declineAgreement.mutationOptions({
      onSuccess: async ({ follows }) => {
        await changed()
        onDone(follows)
      },
    }),
  )
}

/** Declines for the head's institution with a reason, and hands on what follows (AG6). */
export const DeclineDialog = ({
  agreement,
  onClose,
  onDeclined,
}: {
  agreement: AgreementDetail
  onClose: () => void
  onDeclined: (follows: WhatFollowsFromDeclining) => void
}) => {
  const t = useTexts('protocols')
  const institution = useInstitutionName(agreement.networkId)(useMe().subject.institutionId)
  const declining = useDeclining((follows) => {
    onDeclined(follows)
    onClose()
  })
  return (
    <ReasonDialog
      isOpen
      destructive
      onOpenChange={(open) => !open && onClose()}
      title={t('decline.question', { institution })}
      consequence={t('decline.consequence')}
      confirm={t('decline.act')}
      isPending={declining.isPending}
      refusal={refusalIfAny(declining.error)}
      onConfirm={(reason) => declining.mutate({ agreementId: agreement.id, reason })}
    />
  )
}
