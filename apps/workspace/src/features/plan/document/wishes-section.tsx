import { Participation } from '@mreza/contracts-plans'
import { recordParticipation, wishesOf } from '@mreza/plan-document'
import { Select, useTexts } from '@mreza/ui'
import type { LiveRoom } from '../live/live-room.ts'
import styles from '../plan.module.css'
import { FragmentEditor } from './fragment-editor.tsx'
import { useContent } from './use-content.ts'

/** The person's own wishes, the largest text of the plan, and how they took part in making it. */
export const WishesSection = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const { participation } = useContent(room)
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes">{t('wishes')}</h2>
      <FragmentEditor room={room} fragment={wishesOf(room.doc)} look="own" label={t('wishes.label')} hint={t('wishes.hint')} />
      <p className={`label ${styles.note}`}>{t('wishes.note')}</p>
      <Select
        label={t('participation')}
        value={participation}
        isDisabled={room.right !== 'write'}
        options={Participation.options.map((value) => ({ value, label: t(`participation.${value}`) }))}
        onChange={(value) => recordParticipation(room.doc, value)}
      />
    </section>
  )
}
