import type { Instant, RefusalShape } from '@mreza/contracts-kernel'
import { DateTimeField, TextField, useNow, useRefusalSentence, useTexts } from '@mreza/ui'
import styles from './schedule.module.css'
import type { ScheduleFieldsProps } from './schedule-fields.ts'

const useMomentError = (isWrong: ScheduleFieldsProps['isWrong'], refusal: RefusalShape | undefined) => {
  const t = useTexts('conference')
  const sentence = useRefusalSentence()
  if (isWrong('startsAt')) return t('needed.startsAt')
  return refusal?.field === 'startsAt' ? sentence(refusal) : undefined
}

/** Day and hour, length, place. */
export const WhenFields = ({
  draft,
  change,
  isWrong,
  latest,
  refusal,
}: ScheduleFieldsProps & { latest: Instant | null; refusal: RefusalShape | undefined }) => {
  const t = useTexts('conference')
  const now = useNow()
  const { startsAt } = draft
  const late = latest !== null && startsAt !== null && Date.parse(startsAt) > Date.parse(latest)
  return (
    <>
      <div className={styles.pair}>
        <DateTimeField
          label={t('startsAt')}
          value={startsAt}
          min={now.toISOString()}
          onChange={(moment) => change({ startsAt: moment })}
          hint={late ? t('startsAt.late') : undefined}
          error={useMomentError(isWrong, refusal)}
        />
        <TextField
          label={t('duration')}
          inputMode="numeric"
          value={draft.duration}
          onChange={(duration) => change({ duration })}
          error={isWrong('duration') ? t('needed.duration') : undefined}
        />
      </div>
      <TextField
        label={t('place')}
        hint={t('place.hint')}
        maxLength={200}
        value={draft.place}
        onChange={(place) => change({ place })}
        error={isWrong('place') ? t('needed.place') : undefined}
      />
    </>
  )
}
