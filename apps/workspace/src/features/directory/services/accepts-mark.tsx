import { type MarkState, StateMark, useTexts } from '@mreza/ui'
import { useCodeText } from '../code-text.ts'

const marks: Readonly<Record<string, MarkState>> = {
  yes: 'yes',
  'yes-children': 'yes',
  'yes-adults': 'yes',
  conditional: 'partly',
  'other-grounds': 'partly',
  planned: 'ready',
  recommended: 'ready',
  'promised-not-delivered': 'no',
}

/** What the sources say of admitting victims of trafficking, in words; *not stated* is never drawn like *no*. */
export const AcceptsMark = ({ value }: { value: string | null }) => {
  const t = useTexts('directory')
  const codeText = useCodeText()
  if (value === null) return <StateMark state="unknown">{t('notStated')}</StateMark>
  const { text, lang } = codeText('accepts', value)
  return (
    <StateMark state={marks[value] ?? 'unknown'}>
      <span lang={lang}>{text}</span>
    </StateMark>
  )
}
