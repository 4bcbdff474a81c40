import { TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components'
import { classes } from '../classes.ts'
import { type FieldTexts, FieldLabel, FieldNotes, validity } from './field-frame.tsx'
import styles from './field.module.css'

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
