import { type PlanContent, readPlanContent } from '@mreza/plan-document'
import { useMemo, useSyncExternalStore } from 'react'
import type { LiveRoom } from '../live/live-room.ts'

/** What a room's document says now, as plain values; read again after each change, at most once per frame. */
export const useContent = (room: LiveRoom): PlanContent => {
  const store = useMemo(() => {
    let content: PlanContent | null = null
    const read = () => {
      content ??= readPlanContent(room.doc, room.room)
      return content
    }
    const subscribe = (changed: () => void) => {
      let waiting = 0
      const again = () => {
        waiting = 0
        content = null
        changed()
      }
      const onUpdate = () => {
        if (waiting === 0) waiting = requestAnimationFrame(again)
      }
      room.doc.on('update', onUpdate)
      return () => {
        cancelAnimationFrame(waiting)
        room.doc.off('update', onUpdate)
      }
    }
    return { read, subscribe }
  }, [room])
  return useSyncExternalStore(store.subscribe, store.read)
}
