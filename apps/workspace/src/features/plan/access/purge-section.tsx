import { Button, HangingSection, ReasonDialog, useFormats, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePlan } from '../plan-context.ts'

/** Takes deleted words out of everything that is kept, now (PL12). */
export const PurgeSection = () => {
  const t = useTexts('plan')
  const formats = useFormats()
  const { plan } = usePlan()
  const [asking, setAsking] = useState(false)
  const purging = useMutation(useApi().plans.purgeDeleted.mutationOptions({ onSuccess: () => setAsking(false) }))
  return (
    <HangingSection title={t('purge')}>
      <p>{t('purge.what')}</p>
      {purging.data !== undefined && <p role="status">{t('purge.done', { time: formats.time(purging.data.at) })}</p>}
      <Button onPress={() => setAsking(true)}>{t('purge.act')}</Button>
      <ReasonDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={t('purge.question')}
        consequence={t('purge.consequence')}
        confirm={t('purge.confirm')}
        destructive
        needsReason={false}
        isPending={purging.isPending}
        refusal={refusalIfAny(purging.error)}
        onConfirm={() => purging.mutate({ planId: plan.planId })}
      />
    </HangingSection>
  )
}
