import type { TextPlace } from '@mreza/contracts-plans'
import { useMemo } from 'react'
import { useNames } from '../document/names.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useRoomState } from '../live/use-live-plan.ts'
import { useEditing } from './editing-context.ts'
import { threadKey, useEditingTexts } from './editing-texts.ts'
import styles from './editor.module.css'
import type { Shading } from './text/shades.ts'
import type { Settings } from './text-desk.ts'

const none: Shading['threads'] = []
const classes = { writer: styles.writer ?? '', thread: styles.thread ?? '', proposal: styles.proposal ?? '' }

/** What a text is drawn and written with now; the same object until one of it changes. */
export const useSettings = (room: LiveRoom, place: TextPlace): Settings => {
  const { mode, showWriters } = useEditing()
  const { threadsAt, writers, signOf, onFormProposed, onFromElsewhere, onKey } = useEditingTexts()
  const nameOf = useNames()
  const isOver = useRoomState(room).line === 'over'
  const threads = threadsAt.get(threadKey(room.room, place)) ?? none
  const shading = useMemo(() => ({ threads, writers, signOf, showWriters, classes }), [threads, writers, signOf, showWriters])
  const canWrite = room.right === 'write' && mode !== 'read' && !isOver
  return useMemo(
    () => ({
      canWrite,
      suggests: mode === 'suggest',
      shading,
      mentionClass: styles.mention ?? '',
      nameOf,
      onFormProposed,
      onFromElsewhere: (...what) => onFromElsewhere(room, ...what),
      onKey,
    }),
    [canWrite, mode, shading, nameOf, onFormProposed, onFromElsewhere, onKey, room],
  )
}
