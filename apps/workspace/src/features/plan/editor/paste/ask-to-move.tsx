import { PlanRoom } from '@mreza/contracts-plans'
import { Button, Dialog, DialogButtons, RefusalNote, useTexts } from '@mreza/ui'
import { useMutation } from '@tanstack/react-query'
import { useApi } from '../../../../api/api-context.tsx'
import { refusalIfAny } from '../../../../api/refusal-of.ts'
import type { LiveRoom } from '../../live/live-room.ts'
import { usePlan } from '../../plan-context.ts'

/** Text of other rooms that somebody wants to put into a room. */
export interface Move {
  readonly into: LiveRoom
  /** Where it comes from, as rooms among those of all plans. */
  readonly from: readonly string[]
  readonly characters: number
  readonly put: () => void
}

/** The rooms of this plan among them; undefined when some of it is of another plan. */
const roomsOfPlan = (planId: string, keys: readonly string[]): readonly PlanRoom[] | undefined => {
  const rooms = keys.map((key) => (key.startsWith(`${planId}/`) ? PlanRoom.safeParse(key.slice(planId.length + 1)) : undefined))
  return rooms.every((room) => room?.success === true) ? rooms.flatMap((room) => (room?.success === true ? [room.data] : [])) : undefined
}

const Question = ({ move, from, onClose }: { move: Move; from: readonly PlanRoom[]; onClose: () => void }) => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  const { mutateAsync, isPending, error } = useMutation(useApi().plans.recordMove.mutationOptions())
  const go = async () => {
    for (const room of from) await mutateAsync({ planId: plan.planId, from: room, to: move.into.room, characters: move.characters })
    onClose()
    move.put()
  }
  return (
    <>
      <RefusalNote refusal={refusalIfAny(error)} />
      <DialogButtons>
        <Button kind="primary" isPending={isPending} onPress={() => void go().catch(() => undefined)}>
          {t('editor.between.go')}
        </Button>
        <Button autoFocus kind="link" onPress={onClose}>
          {t('editor.between.stay')}
        </Button>
      </DialogButtons>
    </>
  )
}

/** Nothing goes from one room into another by the way: who puts it there says so, and it is written down (PL22). */
export const AskToMove = ({ move, onClose }: { move: Move | null; onClose: () => void }) => {
  const t = useTexts('plan')
  const { plan } = usePlan()
  const from = move === null ? undefined : roomsOfPlan(plan.planId, move.from)
  const names = (from ?? []).map((room) => t(`editor.room.${room}`)).join(', ')
  return (
    <Dialog
      isOpen={move !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={from === undefined ? t('editor.elsewhere.title') : t('editor.between.title')}
      consequence={
        from === undefined || move === null
          ? t('editor.elsewhere.why')
          : t('editor.between.consequence', { from: names, to: t(`editor.room.${move.into.room}`) })
      }
    >
      {move === null || from === undefined ? (
        <DialogButtons>
          <Button autoFocus onPress={onClose}>
            {t('editor.elsewhere.back')}
          </Button>
        </DialogButtons>
      ) : (
        <Question move={move} from={from} onClose={onClose} />
      )}
    </Dialog>
  )
}
