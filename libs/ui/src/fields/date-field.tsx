import { parseDate } from '@internationalized/date'
import type { CivilDate } from '@mreza/contracts-kernel'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components'
import { classes } from '../classes.ts'
import { Icon } from '../icons/icon.tsx'
import { useTexts } from '../language.tsx'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'

/** What a date field is given. Civil dates in and out, never a moment. */
export interface DateFieldProps extends FieldTexts {
  readonly value: CivilDate | null
  readonly onChange: (value: CivilDate | null) => void
  readonly min?: CivilDate | undefined
  readonly max?: CivilDate | undefined
  readonly optional?: boolean | undefined
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly name?: string
}

/** The segments of a date, and the button that opens the calendar. */
export const DateControl = () => {
  const t = useTexts('ui')
  return (
    <Group className={styles.group ?? ''}>
      <DateInput className={styles.segments ?? ''}>
        {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
      </DateInput>
      <Button className={styles.open ?? ''} aria-label={t('field.date.open')}>
        <Icon name="down" />
      </Button>
    </Group>
  )
}

/** The calendar that a date field opens. */
export const CalendarPopover = () => {
  const t = useTexts('ui')
  return (
    <Popover className={classes(styles.popover, styles.calendarPopover)}>
      <Dialog className={styles.calendar ?? ''}>
        <Calendar>
          <header>
            <Button slot="previous" className={styles.open ?? ''} aria-label={t('calendar.previous')}>
              <Icon name="previous" />
            </Button>
            <CalendarHeading />
            <Button slot="next" className={styles.open ?? ''} aria-label={t('calendar.next')}>
              <Icon name="next" />
            </Button>
          </header>
          <CalendarGrid>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  )
}

/** A civil date in the segments of the reader's language (`dd. mm. gggg.`), typed or chosen from a calendar. */
export const DateField = ({ label, hint, error, value, onChange, min, max, optional, ...rest }: DateFieldProps) => (
  <DatePicker
    {...rest}
    {...validity(error)}
    value={value === null ? null : parseDate(value)}
    onChange={(date) => onChange(date?.toString() ?? null)}
    {...(min ? { minValue: parseDate(min) } : {})}
    {...(max ? { maxValue: parseDate(max) } : {})}
    className={styles.field ?? ''}
  >
    <FieldLabel optional={optional}>{label}</FieldLabel>
    <DateControl />
    <FieldNotes hint={hint} error={error} />
    <CalendarPopover />
  </DatePicker>
)
