import type { AgreementDetail } from '@mreza/contracts-agreements'
import { Button, Dialog, DialogButtons, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePartyInstitutions } from '../party-institutions.ts'
import { useAgreementChange } from '../use-agreement-change.ts'
import { choicesOf } from './parties-choice.ts'
import { PartiesField } from './parties-field.tsx'
import { PartiesSum } from './parties-sum.tsx'

const useChoosing = (onClose: () => void) => {
  const { agreements } = useApi()
  const changed = useAgreementChange()
  return useMutation(
    agreements.chooseParties.mutationOptions({
      onSuccess: async () => {
        await changed()
        onClose()
      },
    }),
  )
}

/** Replaces the parties of a draft. */
export const PartiesDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const ui = useTexts('ui')
  const [parties, setParties] = useState(() => agreement.parties.map(({ institutionId }) => institutionId))
  const choices = choicesOf(agreement.content, usePartyInstitutions(agreement.networkId))
  const choosing = useChoosing(onClose)
  const save = () => choosing.mutate({ agreementId: agreement.id, partyIds: parties })
  return (
    <Dialog
      isOpen
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('parties.change.question')}
      consequence={t('parties.change.consequence')}
    >
      <PartiesField choices={choices} value={parties} onChange={(chosen) => setParties([...chosen])} />
      <PartiesSum template={agreement.content} count={parties.length} />
      <RefusalNote refusal={refusalIfAny(choosing.error)} />
      <DialogButtons>
        <Button kind="primary" isDisabled={parties.length === 0} isPending={choosing.isPending} onPress={save}>
          {t('parties.save')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
