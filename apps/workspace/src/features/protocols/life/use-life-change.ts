import { useAnnounce, useTexts } from '@mreza/ui'
import { useAgreementChange } from '../use-agreement-change.ts'

/** What follows a change that was made: everything about the agreement is asked for again, it is said aloud, and the question closes. */
export const useLifeChange = (onClose: () => void) => {
  const t = useTexts('protocols')
  const changed = useAgreementChange()
  const announce = useAnnounce()
  return {
    onSuccess: async () => {
      await changed()
      announce(t('act.done'))
      onClose()
    },
  }
}
