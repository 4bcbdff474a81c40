import type { PlanRoom, VersionId } from '@mreza/contracts-plans'
import { restoreRoom } from '@mreza/plan-document'
import { Button, ReasonDialog, useTexts, useToast } from '@mreza/ui'
import { useState } from 'react'
import { undoably } from '../document/undoably.ts'
import { usePlan } from '../plan-context.ts'
import { documentOf, useVersion } from './room-states.ts'

/** Makes a room say again what a version of it said: an edit like any other, by somebody who may write there (PL22). */
export const RestoreButton = ({ versionId, room }: { versionId: VersionId; room: PlanRoom }) => {
  const t = useTexts('plan')
  const toast = useToast()
  const { rooms } = usePlan()
  const { data } = useVersion(versionId)
  const [asking, setAsking] = useState(false)
  const live = rooms.get(room)
  const kept = data?.rooms.find((each) => each.room === room)
  if (live?.right !== 'write' || kept === undefined) return null
  const restore = () => {
    const undo = undoably(live, () => restoreRoom(live.doc, room, documentOf(kept)))
    setAsking(false)
    toast({ text: t('restore.done', { room: t(`room.${room}`) }), undo })
  }
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('restore')}</Button>
      <ReasonDialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={t('restore.question', { room: t(`room.${room}`) })}
        consequence={t('restore.consequence')}
        confirm={t('restore.confirm')}
        needsReason={false}
        onConfirm={restore}
      />
    </>
  )
}
