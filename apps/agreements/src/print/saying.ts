import type { DecisionOfBody } from '@mreza/contracts-agreements'
import type { InstitutionId, Language, LocalizedText, PersonId } from '@mreza/contracts-kernel'
import type { Block, Said } from '@mreza/documents'
import { type Formats, formatsOf, loadTexts, localized, type Texts, textsOf } from '@mreza/i18n'
import type { DirectoryOnPaper } from '../operations/parts.ts'

/** What the directory tells of those who are named on paper. */
export type Names = Awaited<ReturnType<DirectoryOnPaper['nameOnPaper']>>

/** How a printed agreement says things in one language. */
export interface Saying {
  readonly language: Language
  readonly t: Texts<'agreement-print'>
  /** The words of the room, for what is said the same on the screen. */
  readonly room: Texts<'protocols'>
  readonly formats: Formats
  readonly frame: (text: string) => Said
  readonly of: (text: LocalizedText) => Said
  /** What somebody typed: in Serbian, as most do. */
  readonly typed: (text: string) => Said
  readonly institution: (id: InstitutionId) => string
  readonly person: (id: PersonId) => string
  readonly moment: (at: string) => string
  readonly decision: (decision: DecisionOfBody) => string
}

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

/** Loads the words of a language and makes the way of saying. */
export const sayingIn = async (language: Language, names: Names): Promise<Saying> => {
  await Promise.all([loadTexts(language, 'agreement-print'), loadTexts(language, 'protocols')])
  const t = textsOf(language, 'agreement-print')
  const formats = formatsOf(language)
  const lang = language === 'en' ? 'en' : 'sr'
  const institutions = new Map<string, Names['institutions'][number]>(names.institutions.map((one) => [one.id, one]))
  const people = new Map<string, Names['people'][number]>(names.people.map((one) => [one.id, one]))
  const day = (date: string) => unbroken(formats.shortDate(date))
  return {
    language,
    t,
    room: textsOf(language, 'protocols'),
    formats,
    frame: (text) => ({ text, lang }),
    of: (text) => ({ text: localized(text, language).text, lang }),
    typed: (text) => ({ text, lang: 'sr' }),
    institution: (id) => {
      const known = institutions.get(id)
      return known === undefined ? t('unknown') : localized(known.name, language).text
    },
    person: (id) => {
      const known = people.get(id)
      return known === undefined ? t('unknown') : known.displayName[language === 'sr-Cyrl' ? 'srCyrl' : 'srLatn']
    },
    moment: (at) => unbroken(t('moment', { date: formats.shortDate(at), time: formats.time(at) })),
    decision: ({ number, date, issuedBy }) => t('decision', { number, date: day(date), body: issuedBy }),
  }
}

/** A part, or nothing where nothing stands in it. */
export const part = (title: Said, blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [] : [{ kind: 'part', title, blocks }])

/** A hash in groups of eight, which break across lines between them. */
export const inGroups = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash
