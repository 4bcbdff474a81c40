import { parseAbsolute, toZoned, type ZonedDateTime } from '@internationalized/date'
import { type Instant, networkTimeZone } from '@mreza/contracts-kernel'
import { DatePicker } from 'react-aria-components'
import { CalendarPopover, DateControl } from './date-field.tsx'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'

/** What a field for a moment is given. Instants in and out; the hour is the network's. */
export interface DateTimeFieldProps extends FieldTexts {
  readonly value: Instant | null
  readonly onChange: (value: Instant | null) => void
  readonly min?: Instant | undefined
  readonly optional?: boolean | undefined
  readonly isDisabled?: boolean
}

const zoned = (at: Instant): ZonedDateTime => parseAbsolute(at, networkTimeZone)

/** A day and an hour, 24-hour, in the network's time zone whatever the machine's is. */
export const DateTimeField = ({ label, hint, error, value, onChange, min, optional, ...rest }: DateTimeFieldProps) => (
  <DatePicker<ZonedDateTime>
    {...rest}
    {...validity(error)}
    granularity="minute"
    hourCycle={24}
    hideTimeZone
    placeholderValue={toZoned(zoned(new Date().toISOString()).set({ hour: 10, minute: 0, second: 0, millisecond: 0 }), networkTimeZone)}
    value={value === null ? null : zoned(value)}
    onChange={(date) => onChange(date === null ? null : date.toAbsoluteString())}
    {...(min ? { minValue: zoned(min) } : {})}
    className={styles.field ?? ''}
  >
    <FieldLabel optional={optional}>{label}</FieldLabel>
    <DateControl />
    <FieldNotes hint={hint} error={error} />
    <CalendarPopover />
  </DatePicker>
)
