import { Button, Dialog, DialogButtons, useTexts } from '@mreza/ui'
import { useBlocker } from '@tanstack/react-router'

/** Holds the page back while something typed is not on disk (rule D13). Addresses `within` leave nothing: the rooms stay joined. */
export const LeavingGuard = ({ unsaved, within }: { unsaved: number; within?: string }) => {
  const t = useTexts('plan')
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ next }) => unsaved > 0 && (within === undefined || !next.pathname.startsWith(within)),
    enableBeforeUnload: () => unsaved > 0,
    withResolver: true,
  })
  return (
    <Dialog
      isOpen={status === 'blocked'}
      onOpenChange={(open) => !open && reset?.()}
      title={t('leave.title')}
      consequence={t('leave.consequence', { count: unsaved })}
      role="alertdialog"
    >
      <DialogButtons>
        <Button autoFocus onPress={() => reset?.()}>
          {t('leave.stay')}
        </Button>
        <Button kind="danger" onPress={() => proceed?.()}>
          {t('leave.go')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
