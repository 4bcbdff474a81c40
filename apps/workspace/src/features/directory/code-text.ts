import { textForCode } from '@mreza/i18n'
import { useLanguage } from '@mreza/ui'

/** A value of the sources in the reader's language, with the language it is really in. */
export interface CodeText {
  readonly text: string
  readonly lang: 'en' | undefined
}

/** Translates a value of the sources by `<kind>.<value>` of the catalogue; a value that it does not know is shown as the source has it. */
export const useCodeText = () => {
  const language = useLanguage()
  return (kind: 'accepts' | 'status' | 'group' | 'usage' | 'fact' | 'mention' | 'basis', value: string): CodeText => {
    const text = textForCode(language, 'directory', `${kind}.${value}`)
    return text === undefined ? { text: value, lang: 'en' } : { text, lang: undefined }
  }
}
