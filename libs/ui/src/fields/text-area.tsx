import { type TextFieldProps as AriaProps, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { classes } from '../classes.ts'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'

/** What a field of several lines is given. */
export interface TextAreaProps extends Omit<AriaProps, 'className' | 'style' | 'children'>, FieldTexts {
  readonly rows?: number
  readonly optional?: boolean | undefined
}

/** Several lines of text. */
export const TextArea = ({ label, hint, error, rows = 4, optional, ...rest }: TextAreaProps) => (
  <AriaTextField {...rest} {...validity(error)} className={styles.field ?? ''}>
    <FieldLabel optional={optional}>{label}</FieldLabel>
    <AriaTextArea className={classes(styles.input, styles.area)} rows={rows} />
    <FieldNotes hint={hint} error={error} />
  </AriaTextField>
)
