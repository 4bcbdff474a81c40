import { Button, Dialog, DialogButtons, RefusalNote, TextField, useTexts } from '@mreza/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../api/api-context.tsx'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import { usePlan } from '../plan-context.ts'

const KeepDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('plan')
  const ui = useTexts('ui')
  const { plan } = usePlan()
  const { plans } = useApi()
  const queryClient = useQueryClient()
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  const onSuccess = async () => {
    await queryClient.invalidateQueries(plans.listVersions.queryFilter())
    onClose()
  }
  const keeping = useMutation(plans.keepVersion.mutationOptions({ onSuccess }))
  const keep = () => {
    setTried(true)
    if (title.trim() !== '') keeping.mutate({ planId: plan.planId, title: title.trim() })
  }
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={t('keep.question')} consequence={t('keep.consequence')}>
      <TextField
        label={t('keep.title')}
        hint={t('keep.title.hint')}
        value={title}
        onChange={setTitle}
        autoFocus
        error={tried && title.trim() === '' ? t('keep.needed') : undefined}
      />
      <RefusalNote refusal={refusalIfAny(keeping.error)} />
      <DialogButtons>
        <Button kind="primary" isPending={keeping.isPending} onPress={keep}>
          {t('keep.confirm')}
        </Button>
        <Button onPress={onClose}>{ui('dialog.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

/** Keeps the plan as it is now as a draft under a name. */
export const KeepDraft = () => {
  const t = useTexts('plan')
  const { list } = usePlan()
  const [asking, setAsking] = useState(false)
  if (!list.some(({ right }) => right === 'write')) return null
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('keep')}</Button>
      {asking && <KeepDialog onClose={() => setAsking(false)} />}
    </>
  )
}
