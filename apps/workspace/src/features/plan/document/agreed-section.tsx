import { ContactRhythm } from '@mreza/contracts-plans'
import {
  addUnderstanding,
  setContactRhythm,
  setReviewOn,
  setUnderstandingDay,
  type Understanding,
  withdrawUnderstanding,
} from '@mreza/plan-document'
import { Button, ChoiceButton, DateButton, useTexts, useToast } from '@mreza/ui'
import { memo } from 'react'
import { useEditing } from '../editor/editing-context.ts'
import { LiveText } from '../editor/live-text.tsx'
import type { LiveRoom } from '../live/live-room.ts'
import { useMayChange } from './desk.ts'
import styles from './document.module.css'
import { placeOf } from './places.ts'
import { soon } from './soon.ts'
import { useContent } from './use-content.ts'
import { WithdrawnList } from './withdrawn-list.tsx'

const Point = memo(({ room, point, number }: { room: LiveRoom; point: Understanding; number: number }) => {
  const t = useTexts('plan')
  const toast = useToast()
  const mayChange = useMayChange(room)
  const withdraw = () => {
    withdrawUnderstanding(room.doc, point.id)
    toast({ text: t('understanding.withdrawn'), undo: () => withdrawUnderstanding(room.doc, point.id, false) })
  }
  return (
    <li className={styles.understanding}>
      <LiveText
        room={room}
        place={{ in: 'understanding', id: point.id, field: 'text' }}
        look="line"
        label={t('understanding.label', { number })}
        hint={t('understanding.hint')}
      />
      <DateButton
        label={t('understanding.day')}
        nothing={t('understanding.day.none')}
        value={point.agreedOn}
        onChange={(day) => setUnderstandingDay(room.doc, point.id, day)}
        isDisabled={!mayChange}
      />
      {mayChange && (
        <Button kind="link" onPress={withdraw} aria-label={t('understanding.withdraw', { number })}>
          {t('activity.withdraw')}
        </Button>
      )}
    </li>
  )
})

const Points = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const { editors } = useEditing()
  const understandings = useContent(room, (content) => content.understandings)
  const mayChange = useMayChange(room)
  const gone = understandings
    .filter(({ withdrawn }) => withdrawn)
    .map(({ id, text }) => ({ id, text, back: () => withdrawUnderstanding(room.doc, id, false) }))
  const add = () => {
    const id = addUnderstanding(room.doc)
    soon(() => editors.showText(room, { in: 'understanding', id, field: 'text' }))
  }
  return (
    <>
      <ol className={styles.understandings}>
        {understandings
          .filter(({ withdrawn }) => !withdrawn)
          .map((point, at) => (
            <Point key={point.id} room={room} point={point} number={at + 1} />
          ))}
      </ol>
      {mayChange && (
        <div className={styles.add}>
          <Button kind="link" onPress={add}>
            {t('understanding.add')}
          </Button>
        </div>
      )}
      <WithdrawnList items={gone} mayChange={mayChange} />
    </>
  )
}

const WhenAgain = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  const reviewOn = useContent(room, (content) => content.reviewOn)
  const contact = useContent(room, (content) => content.contact)
  const mayChange = useMayChange(room)
  return (
    <dl className={styles.whenAgain}>
      <div data-place={placeOf.review}>
        <dt className="label">{t('review')}</dt>
        <dd>
          <DateButton
            label={t('review')}
            nothing={t('review.none')}
            value={reviewOn}
            onChange={(day) => setReviewOn(room.doc, day)}
            isDisabled={!mayChange}
          />
        </dd>
      </div>
      <div data-place={placeOf.contact}>
        <dt className="label">{t('contact')}</dt>
        <dd>
          <ChoiceButton
            label={t('contact')}
            nothing={t('contact.none')}
            value={contact}
            options={ContactRhythm.options.map((value) => ({ value, label: t(`contact.${value}`) }))}
            onChange={(rhythm) => setContactRhythm(room.doc, rhythm)}
            isDisabled={!mayChange}
          />
        </dd>
      </div>
    </dl>
  )
}

/** What was agreed with the person, when the plan is looked at again, and how often somebody talks with them. */
export const AgreedSection = ({ room }: { room: LiveRoom }) => {
  const t = useTexts('plan')
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed">{t('agreed')}</h2>
      <Points room={room} />
      <WhenAgain room={room} />
    </section>
  )
}
