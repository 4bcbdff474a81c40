import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaGroup,
  type CheckboxGroupProps as AriaGroupProps,
  type CheckboxProps as AriaProps,
} from 'react-aria-components'
import { classes } from '../classes.ts'
import { Icon } from '../icons/icon.tsx'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'

/** A box to tick; its words are the label. */
export const Checkbox = ({ children, ...rest }: Omit<AriaProps, 'className' | 'style' | 'children'> & { children: ReactNode }) => (
  <AriaCheckbox {...rest} className={styles.choice ?? ''}>
    {({ isSelected }) => (
      <>
        <span className={styles.box}>{isSelected && <Icon name="check" />}</span>
        <span>{children}</span>
      </>
    )}
  </AriaCheckbox>
)

/** Several boxes under one question; `value` is what is ticked. */
export const CheckboxGroup = ({
  label,
  hint,
  error,
  children,
  sideBySide = false,
  optional,
  ...rest
}: Omit<AriaGroupProps, 'className' | 'style' | 'children'> &
  FieldTexts & { children: ReactNode; sideBySide?: boolean; optional?: boolean }) => (
  <AriaGroup {...rest} {...validity(error)} className={styles.field ?? ''}>
    <FieldLabel optional={optional}>{label}</FieldLabel>
    <div className={classes(styles.choices, sideBySide && styles.side)}>{children}</div>
    <FieldNotes hint={hint} error={error} />
  </AriaGroup>
)
