import type { LocalizedText, SourcedName } from '@mreza/contracts-kernel'
import { localized } from '@mreza/i18n'
import { useCallback } from 'react'
import { useLanguage } from './language.tsx'

/** A text of the data in the reader's language; marked with its own `lang` where it is in another. */
export const InOwnLanguage = ({ text }: { text: LocalizedText | SourcedName }) => {
  const language = useLanguage()
  const found = localized(text, language)
  return found.lang === language ? found.text : <span lang={found.lang}>{found.text}</span>
}

/** Gives the plain string of a text of the data: for labels of fields and names for screen readers. The same function while the language stays. */
export const useLocalized = () => {
  const language = useLanguage()
  return useCallback((text: LocalizedText | SourcedName): string => localized(text, language).text, [language])
}
