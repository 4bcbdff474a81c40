import { Button, Dialog, DialogButtons, useTexts } from '@mreza/ui'
import { useBlocker } from '@tanstack/react-router'
import { unsavedIn } from './live/from-rooms.ts'
import type { LiveRoom } from './live/live-room.ts'

/**
 * Holds the page back while something typed in these rooms is not on disk (rule D13). Addresses `within` leave nothing: the rooms stay
 * joined. Asked only when somebody leaves, so that a key costs nothing here.
 */
export const LeavingGuard = ({ rooms, within }: { rooms: readonly LiveRoom[]; within?: string }) => {
  const t = useTexts('plan')
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ next }) => unsavedIn(rooms) > 0 && (within === undefined || !next.pathname.startsWith(within)),
    enableBeforeUnload: () => unsavedIn(rooms) > 0,
    withResolver: true,
  })
  return (
    <Dialog
      isOpen={status === 'blocked'}
      onOpenChange={(open) => !open && reset?.()}
      title={t('leave.title')}
      consequence={t('leave.consequence', { count: unsavedIn(rooms) })}
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
