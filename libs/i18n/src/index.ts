/**
 * The three languages: catalogues of texts, dates and numbers, the two scripts, texts of the data in the reader's language.
 * A room keeps its own namespace in `catalogues/<namespace>/{en,sr-Latn,sr-Cyrl}.json` (flat keys, plurals as `_one`, `_few`, `_other`;
 * English has no `_few`). Write `en` and `sr-Latn`, then `node libs/i18n/write-cyrillic.ts <namespace>` and read what it wrote.
 */
export type { CatalogueFile, Namespace, TextKey } from './catalogues.ts'
export { dayNumberOf, type WallTime, wallTimeOf } from './civil.ts'
export type { DateFormats } from './dates.ts'
export { type Formats, formatsOf } from './formats.ts'
export { isLanguage, languages, localeOf } from './languages.ts'
export { type InLanguage, localized } from './localized.ts'
export { hasTexts, loadedNamespaces, loadTexts, type TextParams, type Texts, textForCode, textsOf } from './texts.ts'
export { foldForSearch, toCyrillic, toLatin } from './transliterate.ts'
