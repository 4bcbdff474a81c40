import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useTexts } from '../language.tsx'
import styles from './field.module.css'

/** What every field is given beside its own. */
export interface FieldTexts {
  readonly label: ReactNode
  /** One line on how to fill it in. */
  readonly hint?: ReactNode
  /** What is wrong with it, as a sentence: from the form or from a refusal with this field. */
  readonly error?: string | undefined
}

/** The label of a field, with *nije obavezno* where it may stay empty. */
export const FieldLabel = ({ children, optional = false }: { children: ReactNode; optional?: boolean | undefined }) => {
  const t = useTexts('ui')
  return (
    <Label className={styles.label ?? ''}>
      {children}
      {optional && <span className={styles.optional}> ({t('field.optional')})</span>}
    </Label>
  )
}

/** The hint and the error under a field; the error is tied to it for screen readers. */
export const FieldNotes = ({ hint, error }: Pick<FieldTexts, 'hint' | 'error'>) => (
  <>
    {hint !== undefined && (
      <Text slot="description" className={styles.hint ?? ''}>
        {hint}
      </Text>
    )}
    <FieldError className={styles.error ?? ''}>{error}</FieldError>
  </>
)

/** The two props by which a field says that it is wrong. */
export const validity = (error: string | undefined) => ({ isInvalid: error !== undefined, validationBehavior: 'aria' as const })
