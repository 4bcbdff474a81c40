import type { ReactNode } from 'react'
import { RadioGroup as AriaGroup, type RadioGroupProps as AriaProps, Radio } from 'react-aria-components'
import { classes } from '../classes.ts'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'
import type { Option } from './select.tsx'

/** What a choice in sight is given. */
export interface RadioGroupProps<Value extends string>
  extends Omit<AriaProps, 'className' | 'style' | 'children' | 'value' | 'onChange' | 'defaultValue'>,
    FieldTexts {
  readonly options: readonly (Omit<Option<Value>, 'label' | 'second'> & { readonly label: ReactNode; readonly second?: ReactNode })[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly sideBySide?: boolean | undefined
}

/** A choice of one with all of it in sight: for up to five. */
export const RadioGroup = <Value extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
  sideBySide = false,
  ...rest
}: RadioGroupProps<Value>) => (
  <AriaGroup {...rest} {...validity(error)} value={value} onChange={(chosen) => onChange(chosen as Value)} className={styles.field ?? ''}>
    <FieldLabel>{label}</FieldLabel>
    <div className={classes(styles.choices, sideBySide && styles.side)}>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.choice ?? ''}>
          <span className={classes(styles.box, styles.round)} />
          <span>
            {option.label}
            {option.second !== undefined && <span className="second"> {option.second}</span>}
          </span>
        </Radio>
      ))}
    </div>
    <FieldNotes hint={hint} error={error} />
  </AriaGroup>
)
