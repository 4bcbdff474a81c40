import type { Language } from '@mreza/contracts-kernel'
import { isLanguage, loadedNamespaces, loadTexts } from '@mreza/i18n'
import { LanguageProvider } from '@mreza/ui'
import { createContext, type ReactNode, startTransition, use, useCallback, useState } from 'react'

const kept = 'mreza.language'
const ChoiceContext = createContext<(language: Language) => Promise<void>>(async () => undefined)

const remembered = (): string | null => {
  try {
    return localStorage.getItem(kept)
  } catch {
    return null
  }
}

const ofBrowser = (): Language | undefined => {
  const tag = navigator.languages.find((language) => /^(sr|en|bs|hr)\b/.test(language))
  if (tag === undefined) return undefined
  if (tag.startsWith('en')) return 'en'
  return /Cyrl/i.test(tag) ? 'sr-Cyrl' : 'sr-Latn'
}

/** The language to begin with: the one chosen here before, else the browser's, else Serbian in Latin script. */
export const firstLanguage = (): Language => {
  const before = remembered()
  return isLanguage(before) ? before : (ofBrowser() ?? 'sr-Latn')
}

let current: Language = 'sr-Latn'
/** The language of now, for loaders. */
export const currentLanguage = (): Language => current

const settle = (language: Language) => {
  current = language
  document.documentElement.lang = language
  try {
    localStorage.setItem(kept, language)
  } catch {
    // Storage may be closed; the account keeps the choice as well.
  }
}

/** Fetches what the shell says, before anything is drawn. */
export const prepareLanguage = async (language: Language): Promise<void> => {
  await loadTexts(language, 'shell', 'ui', 'words', 'refusals')
  settle(language)
}

/** Holds the language of the page. A change fetches the catalogues in use first, so that nothing flickers. */
export const LanguageChoice = ({ first, children }: { first: Language; children: ReactNode }) => {
  const [language, setLanguage] = useState(first)
  const choose = useCallback(async (next: Language) => {
    await loadTexts(next, ...loadedNamespaces())
    settle(next)
    startTransition(() => setLanguage(next))
  }, [])
  return (
    <ChoiceContext value={choose}>
      <LanguageProvider language={language}>{children}</LanguageProvider>
    </ChoiceContext>
  )
}

/** Changes the language of the page. */
export const useChooseLanguage = () => use(ChoiceContext)
