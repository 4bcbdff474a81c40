import type { ConferenceDetail } from '@mreza/contracts-conferences'
import { Seats, StateMark, useTexts } from '@mreza/ui'
import { useSectorWords } from '../sector-words.ts'
import styles from './room.module.css'
import { useRoom } from './room-context.ts'

const wordsOf = ({ quorum, state }: ConferenceDetail) => {
  if (quorum.mandatory.length === 0) return { mark: 'unknown', key: 'quorum.none' } as const
  if (state === 'scheduled') return { mark: 'unknown', key: 'quorum.later' } as const
  if (quorum.reached) return { mark: 'yes', key: 'quorum.reached' } as const
  return { mark: 'partly', key: state === 'closed' ? 'quorum.wasNot' : 'quorum.not' } as const
}

const Missing = () => {
  const t = useTexts('conference')
  const sectorWords = useSectorWords()
  const { conference } = useRoom()
  const { quorum, state } = conference
  const missing = quorum.mandatory.filter((sector) => !quorum.present.includes(sector))
  if (state !== 'under-way' || missing.length === 0) return null
  return <p className="label">{t('quorum.missing', { sectors: sectorWords(missing) })}</p>
}

/** Whether those who are here may decide: in words first, the seats say the same (CF21). */
export const QuorumMark = () => {
  const t = useTexts('conference')
  const { conference } = useRoom()
  const { quorum } = conference
  const { mark, key } = wordsOf(conference)
  const isBefore = conference.state === 'scheduled'
  const counts = { present: quorum.present.length, all: quorum.mandatory.length, needed: quorum.needed }
  return (
    <div className={styles.quorum} role="status">
      <p className="strong">
        <StateMark state={mark}>{t(key)}</StateMark>
      </p>
      {quorum.mandatory.length > 0 && (
        <>
          <p className="label">{t(isBefore ? 'quorum.before' : 'quorum.count', counts)}</p>
          <Seats here={quorum.present.length} needed={quorum.mandatory.length} />
          <Missing />
        </>
      )}
    </div>
  )
}
