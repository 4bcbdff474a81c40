import type { AgreementDetail } from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { ReasonDialog, Select, useLocalized, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePartyInstitutions } from '../party-institutions.ts'
import { useLifeChange } from './use-life-change.ts'

/** Invites an institution with a place in the text to accede (AG25). */
export const InviteDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const localized = useLocalized()
  const [chosen, setChosen] = useState<InstitutionId | null>(null)
  const [asked, setAsked] = useState(false)
  const inviting = useMutation(useApi().agreements.inviteToAccede.mutationOptions(useLifeChange(onClose)))
  const places = new Set(agreement.content.parties.map(({ sector }) => sector))
  const there = new Set(agreement.parties.map(({ institutionId }) => institutionId))
  const options = usePartyInstitutions(agreement.networkId)
    .filter(({ id, sector }) => places.has(sector) && !there.has(id))
    .map(({ id, name }) => ({ value: id, label: localized(name) }))
  const ask = () => {
    setAsked(true)
    return chosen !== null
  }
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t('act.invite.question')}
      consequence={t('act.invite.consequence')}
      confirm={t('act.invite')}
      isPending={inviting.isPending}
      refusal={refusalIfAny(inviting.error)}
      mayConfirm={ask}
      onConfirm={() => chosen !== null && inviting.mutate({ agreementId: agreement.id, institutionId: chosen })}
    >
      <Select
        label={t('act.invite.whom')}
        options={options}
        value={chosen}
        onChange={setChosen}
        error={asked && chosen === null ? t('act.invite.needed') : undefined}
      />
    </ReasonDialog>
  )
}
