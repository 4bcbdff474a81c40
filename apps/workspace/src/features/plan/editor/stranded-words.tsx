import { Banner, Button, ButtonRow, useAnnounce, useTexts } from '@mreza/ui'
import type { LiveRoom } from '../live/live-room.ts'
import { useRoomState } from '../live/use-live-plan.ts'
import { usePlan } from '../plan-context.ts'
import styles from './editor.module.css'

const InRoom = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const announce = useAnnounce()
  const { stranded } = useRoomState(room)
  if (stranded === '') return null
  const copy = async () => {
    await navigator.clipboard.writeText(stranded)
    announce(t('editor.stranded.copied'))
  }
  return (
    <Banner>
      <strong>{t('editor.stranded.title')}</strong> {t('editor.stranded.why')}
      <p className={styles.stranded}>{stranded}</p>
      <ButtonRow>
        <Button onPress={() => void copy()}>{t('editor.stranded.copy')}</Button>
        <Button kind="link" onPress={room.forgetStranded}>
          {t('editor.stranded.forget')}
        </Button>
      </ButtonRow>
    </Banner>
  )
}

/** One's own words that did not come to the server and cannot any more, for who may still hold them (D13). */
export const StrandedWords = () => usePlan().list.map((room) => <InRoom key={room.key} room={room} />)
