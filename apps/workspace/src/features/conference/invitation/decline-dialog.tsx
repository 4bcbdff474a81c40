import { ReasonDialog, useTexts } from '@mreza/ui'
import { refusalIfAny } from '../../../api/refusal-of.ts'
import type { useAnswer } from './use-answer.ts'

/** Asks why one's institution does not come (CF19). */
export const DeclineDialog = ({
  isOpen,
  onOpenChange,
  answer: { decline, conferenceId },
}: {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  answer: ReturnType<typeof useAnswer>
}) => {
  const t = useTexts('conference')
  return (
    <ReasonDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('decline.title')}
      consequence={t('decline.consequence')}
      confirm={t('decline.confirm')}
      isPending={decline.isPending}
      refusal={refusalIfAny(decline.error)}
      onConfirm={(reason) => decline.mutate({ conferenceId, reason }, { onSuccess: () => onOpenChange(false) })}
    />
  )
}
