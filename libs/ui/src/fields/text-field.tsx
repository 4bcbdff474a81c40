import { type TextFieldProps as AriaProps, TextField as AriaTextField, Input } from 'react-aria-components'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'

/** What a field of one line is given. */
export interface TextFieldProps extends Omit<AriaProps, 'className' | 'style' | 'children'>, FieldTexts {
  readonly placeholder?: string
  /** Says *nije obavezno* beside the label. */
  readonly optional?: boolean | undefined
}

/** One line of text. */
export const TextField = ({ label, hint, error, placeholder, optional, ...rest }: TextFieldProps) => (
  <AriaTextField {...rest} {...validity(error)} className={styles.field ?? ''}>
    <FieldLabel optional={optional}>{label}</FieldLabel>
    <Input className={styles.input ?? ''} {...(placeholder === undefined ? {} : { placeholder })} />
    <FieldNotes hint={hint} error={error} />
  </AriaTextField>
)
