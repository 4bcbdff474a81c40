import { useTexts } from '@mreza/ui'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useRoomState } from '../live/use-live-plan.ts'
import { RoomClosed } from './room-closed.tsx'

/** What the person said in confidence; a room of its own. */
export const VoiceSection = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const state = useRoomState(room)
  return (
    <section aria-labelledby="voice">
      <h2 id="voice">{t('section.voice')}</h2>
      <RoomClosed state={state} />
      {state.here && state.line !== 'over' && (
        <LiveText room={room} place={{ in: 'prose', place: 'voice' }} look="prose" label={t('section.voice')} hint={t('voice.hint')} />
      )}
    </section>
  )
}
