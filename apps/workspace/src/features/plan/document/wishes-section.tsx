import { Participation } from '@mreza/contracts-plans'
import { recordParticipation } from '@mreza/plan-document'
import { ChoiceButton, useTexts } from '@mreza/ui'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { AgreedSection } from './agreed-section.tsx'
import { useMayChange } from './desk.ts'
import styles from './document.module.css'
import { placeOf } from './places.ts'
import { useContent } from './use-content.ts'

const TookPart = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const participation = useContent(room, (content) => content.participation)
  return (
    <div className={styles.tookPart}>
      <p data-place={placeOf.participation}>
        <span className="label">{t('participation')}</span>{' '}
        <ChoiceButton
          label={t('participation')}
          nothing={t('participation.none')}
          value={participation}
          isDisabled={!useMayChange(room)}
          options={Participation.options.map((value) => ({ value, label: t(`participation.${value}`) }))}
          onChange={(value) => recordParticipation(room.doc, value)}
        />
      </p>
      {participation !== null && (
        <LiveText
          room={room}
          place={{ in: 'prose', place: 'participation' }}
          look="line"
          label={t('participation.note')}
          hint={t('participation.note.hint')}
        />
      )}
    </div>
  )
}

/** The person's own wishes, the largest text of the plan, how they took part in making it, and what was agreed with them. */
export const WishesSection = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  return (
    <>
      <section aria-labelledby="wishes">
        <h2 id="wishes">{t('wishes')}</h2>
        <LiveText room={room} place={{ in: 'wishes' }} look="own" label={t('wishes.label')} hint={t('wishes.hint')} />
        <p className={`label ${styles.note}`}>{t('wishes.note')}</p>
        <TookPart room={room} />
      </section>
      <AgreedSection room={room} />
    </>
  )
}
