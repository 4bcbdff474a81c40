import type { Language } from '@mreza/contracts-kernel'
import { type Formats, formatsOf, hasTexts, loadTexts, localeOf, type Namespace, type Texts, textsOf } from '@mreza/i18n'
import { createContext, type ReactNode, use } from 'react'
import { I18nProvider } from 'react-aria-components'

const LanguageContext = createContext<Language>('sr-Latn')

/** The language of everything inside it. Fields and built-in labels follow it too. */
export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <LanguageContext value={language}>
    <I18nProvider locale={localeOf[language]}>{children}</I18nProvider>
  </LanguageContext>
)

/** The reader's language. */
export const useLanguage = (): Language => use(LanguageContext)

/**
 * The texts of one catalogue. Suspends while the catalogue is being fetched; a room's loader asks for it first so that it never shows.
 * @example const t = useTexts('today'); t('room.today.title')
 */
export const useTexts = <N extends Namespace>(namespace: N): Texts<N> => {
  const language = useLanguage()
  if (!hasTexts(language, namespace)) use(loadTextsOnce(language, namespace))
  return textsOf(language, namespace)
}

const waiting = new Map<string, Promise<void>>()
const loadTextsOnce = (language: Language, namespace: Namespace): Promise<void> => {
  const name = `${language}/${namespace}`
  const known = waiting.get(name)
  if (known) return known
  const begun = loadTexts(language, namespace)
  waiting.set(name, begun)
  begun.catch(() => waiting.delete(name))
  return begun
}

/** Dates, times, durations, numbers and lists as the reader's language writes them. */
export const useFormats = (): Formats => formatsOf(useLanguage())
