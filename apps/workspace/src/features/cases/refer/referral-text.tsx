import { TextArea, TextField } from '@mreza/ui'
import type { ReactNode } from 'react'
import type { TextFieldName } from './draft.ts'
import { useReferralField } from './use-field.ts'

/** A field of typed text; one line, or several where `rows` says so. Left empty where it may be, it is sent as nothing. */
export const ReferralText = ({
  name,
  label,
  hint,
  rows,
  optional = false,
}: {
  name: TextFieldName
  label: string
  hint?: ReactNode
  rows?: number
  optional?: boolean
}) => {
  const { field, error } = useReferralField(name)
  const shared = {
    label,
    hint,
    error,
    optional,
    name,
    autoComplete: 'off',
    isRequired: !optional,
    value: field.value ?? '',
    onChange: (typed: string) => field.onChange(optional && typed === '' ? null : typed),
    onBlur: field.onBlur,
  }
  return rows === undefined ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />
}
