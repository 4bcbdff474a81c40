import type { CivilDate } from '@mreza/contracts-kernel'
import { lazy, Suspense, useState } from 'react'
import { useFormats, useTexts } from '../language.tsx'
import { useNow } from '../now.tsx'
import { Button, ButtonRow } from '../pieces/button.tsx'
import { QuietLoading } from '../pieces/quiet-loading.tsx'
import styles from './value-button.module.css'
import { ValueButton } from './value-button.tsx'

/** The field with its calendar is as heavy as the rest of the fields together, and comes when the first day is opened. */
const DateField = lazy(async () => ({ default: (await import('./date-field.tsx')).DateField }))

/** What a day in the text is given. */
export interface DateButtonProps {
  readonly label: string
  readonly value: CivilDate | null
  readonly onChange: (value: CivilDate | null) => void
  /** Said while there is no day. */
  readonly nothing?: string | undefined
  readonly max?: CivilDate | undefined
  readonly isDisabled?: boolean | undefined
}

const DayField = ({ label, value, max, onChange, close }: DateButtonProps & { close: () => void }) => {
  const t = useTexts('ui')
  const [day, setDay] = useState(value)
  const put = (next: CivilDate | null) => {
    if (next !== value) onChange(next)
    close()
  }
  return (
    <form
      className={styles.body}
      onSubmit={(event) => {
        event.preventDefault()
        put(day)
      }}
      // The parts of a date are no inputs, so that Enter in one of them sends no form by itself.
      onKeyDownCapture={(event) => event.key === 'Enter' && (event.target as HTMLElement).role === 'spinbutton' && put(day)}
    >
      <Suspense fallback={<QuietLoading />}>
        <DateField label={label} value={day} onChange={setDay} max={max} autoFocus />
      </Suspense>
      <ButtonRow>
        <Button type="submit">{t('date.set')}</Button>
        {value !== null && (
          <Button kind="link" onPress={() => put(null)}>
            {t('date.clear')}
          </Button>
        )}
      </ButtonRow>
    </form>
  )
}

/** A civil day, drawn as the value in the text; pressed it opens the field for it. */
export const DateButton = (props: DateButtonProps) => {
  const t = useTexts('ui')
  const formats = useFormats()
  const thisYear = String(useNow().getFullYear())
  const { label, value, nothing, isDisabled } = props
  return (
    <ValueButton
      label={label}
      said={value === null ? (nothing ?? t('goal.noDate')) : value.startsWith(thisYear) ? formats.dayMonth(value) : formats.date(value)}
      nowrap
      missing={value === null}
      isDisabled={isDisabled}
      field={(close) => <DayField {...props} close={close} />}
    />
  )
}
