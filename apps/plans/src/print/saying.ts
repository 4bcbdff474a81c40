import type { Person } from '@mreza/contracts-directory'
import type { CivilDate, InstitutionId, Language, PersonId, SourcedName } from '@mreza/contracts-kernel'
import type { Said } from '@mreza/documents'
import { type Formats, formatsOf, localized, type Texts, textsOf } from '@mreza/i18n'

/** What the directory tells of those who are named on paper. */
export interface Names {
  readonly institutions: readonly { readonly id: InstitutionId; readonly name: SourcedName; readonly telephones: readonly string[] }[]
  readonly people: readonly Person[]
}

/** How a printed copy says things in one language. */
export interface Saying {
  readonly t: Texts<'plan-print'>
  readonly formats: Formats
  /** Words of the frame, in the language of the copy. */
  readonly frame: (text: string) => Said
  /** Words that somebody typed, in the language that they are in. */
  readonly typed: (text: string) => Said
  readonly institution: (id: InstitutionId) => Said
  readonly person: (id: PersonId) => Said
  readonly telephones: (id: InstitutionId) => readonly string[]
  /** A day as *24. 3. 2026.*, which never breaks across lines. */
  readonly day: (date: CivilDate) => string
}

const serbianLetters = /[\p{Script=Cyrillic}čćžšđ]/iu

/** Keeps a date, a code, a number with its unit on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

/** Makes the way of saying for a copy; `typed` is all that people typed in it, from which the language of plain letters follows. */
export const sayingIn = (language: Language, names: Names, typed: readonly string[]): Saying => {
  const t = textsOf(language, 'plan-print')
  const formats = formatsOf(language)
  const frameLang = language === 'en' ? 'en' : 'sr'
  const plainLang = frameLang === 'sr' || typed.some((text) => serbianLetters.test(text)) ? 'sr' : 'en'
  const frame = (text: string): Said => ({ text, lang: frameLang })
  const institutions = new Map(names.institutions.map((each) => [each.id, each]))
  const people = new Map(names.people.map((each) => [each.id, each.displayName]))
  return {
    t,
    formats,
    frame,
    typed: (text) => ({ text, lang: serbianLetters.test(text) ? 'sr' : plainLang }),
    institution: (id) => {
      const known = institutions.get(id)
      if (known === undefined) return frame(t('notSet'))
      const { text, lang } = localized(known.name, language)
      return { text, lang: lang === 'en' ? 'en' : 'sr' }
    },
    person: (id) => {
      const name = people.get(id)
      if (name === undefined) return frame(t('notSet'))
      return { text: language === 'sr-Cyrl' ? name.srCyrl : name.srLatn, lang: 'sr' }
    },
    telephones: (id) => institutions.get(id)?.telephones ?? [],
    day: (date) => unbroken(formats.shortDate(date)),
  }
}
