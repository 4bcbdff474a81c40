import type { Language } from '@mreza/contracts-kernel'

/** The interface's languages, in the order in which they are offered. */
export const languages = ['sr-Latn', 'sr-Cyrl', 'en'] as const satisfies readonly Language[]

/** The `Intl` locale of a language. `sr` alone would mean Cyrillic, so the script is always written out. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', 'sr-Latn': 'sr-Latn-RS', 'sr-Cyrl': 'sr-Cyrl-RS' }

/** Is this a language of the interface? For what comes from a header, a cookie or storage. */
export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)
