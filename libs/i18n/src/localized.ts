import type { Language, LocalizedText, SourcedName } from '@mreza/contracts-kernel'
import { toCyrillic } from './transliterate.ts'

/** A text with the language it is really in, for the `lang` attribute. */
export interface InLanguage {
  readonly text: string
  readonly lang: Language
}

const serbian = (text: LocalizedText | SourcedName, language: 'sr-Latn' | 'sr-Cyrl'): string | null => {
  if (language === 'sr-Latn') return text.srLatn
  return text.srCyrl ?? (text.srLatn === null ? null : toCyrillic(text.srLatn))
}

/**
 * A text of the data in the reader's language. A missing Cyrillic form is made from the Latin one; when there is no Serbian at all,
 * the English stands, marked `lang="en"`.
 */
export const localized = (text: LocalizedText | SourcedName, language: Language): InLanguage => {
  if (language === 'en') return { text: text.en, lang: 'en' }
  const found = serbian(text, language)
  return found === null ? { text: text.en, lang: 'en' } : { text: found, lang: language }
}
