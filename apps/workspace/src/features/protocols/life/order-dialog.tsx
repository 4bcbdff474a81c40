import type { AgreementDetail } from '@mreza/contracts-agreements'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { ReasonDialog, Select, TextField, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { useInstitutionName } from '../party-institutions.ts'
import { useLifeChange } from './use-life-change.ts'

const most = 4
type Place = '1' | '2' | '3' | '4'
const places: readonly Place[] = ['1', '2', '3', '4']

/** In which round each party is asked; one round means all at once (AG20). Rounds that nobody is in are left out. */
export const OrderDialog = ({ agreement, onClose }: { agreement: AgreementDetail; onClose: () => void }) => {
  const t = useTexts('protocols')
  const nameOf = useInstitutionName(agreement.networkId)
  const [rounds, setRounds] = useState<ReadonlyMap<InstitutionId, number>>(
    new Map(agreement.parties.map(({ institutionId, round }) => [institutionId, round])),
  )
  const [names, setNames] = useState<readonly string[]>(
    Array.from({ length: most }, (_, at) => agreement.rounds[at]?.name ?? t('order.round', { number: String(at + 1) })),
  )
  const setting = useMutation(useApi().agreements.setSigningOrder.mutationOptions(useLifeChange(onClose)))
  const used = [...new Set(rounds.values())].sort()
  const set = () => {
    const wanted = used.map((round) => ({
      name: names[round - 1]?.trim() || t('order.round', { number: String(round) }),
      partyIds: [...rounds].filter(([, one]) => one === round).map(([id]) => id),
    }))
    setting.mutate({ agreementId: agreement.id, rounds: wanted.length < 2 ? [] : wanted })
  }
  return (
    <ReasonDialog
      isOpen
      needsReason={false}
      onOpenChange={(open) => !open && onClose()}
      title={t('act.order.question')}
      consequence={t('act.order.consequence')}
      confirm={t('order.save')}
      isPending={setting.isPending}
      refusal={refusalIfAny(setting.error)}
      onConfirm={set}
    >
      {agreement.parties.map(({ institutionId }) => (
        <Select
          key={institutionId}
          label={nameOf(institutionId)}
          options={places.map((value) => ({ value, label: t('order.round', { number: value }) }))}
          value={String(rounds.get(institutionId) ?? 1) as Place}
          onChange={(round) => setRounds(new Map(rounds).set(institutionId, Number(round)))}
        />
      ))}
      {used.length > 1 &&
        used.map((round) => (
          <TextField
            key={round}
            label={t('order.name', { number: String(round) })}
            value={names[round - 1] ?? ''}
            onChange={(name) => setNames(names.map((one, at) => (at === round - 1 ? name : one)))}
          />
        ))}
    </ReasonDialog>
  )
}
