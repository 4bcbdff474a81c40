import type { Language } from '@mreza/contracts-kernel'
import { type Block, documentTemplate, type PrintedDocument, renderPdf } from '@mreza/documents'
import { languages, loadTexts } from '@mreza/i18n'
import { pdfText } from '@mreza/testkit'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CopyWanted, composeCopy } from './compose-copy.ts'
import { namesForTests, those, versionForTests } from './version-for-tests.ts'

beforeAll(() => Promise.all(languages.map((language) => loadTexts(language, 'plan-print'))))

const wanted = (given: Partial<CopyWanted>): CopyWanted => ({
  audience: 'full',
  institutionId: those.school,
  language: 'sr-Cyrl',
  largePrint: false,
  ...given,
})
const copy = (given: Partial<CopyWanted>, version = versionForTests()) => composeCopy(version, namesForTests, wanted(given))
const words = (document: PrintedDocument): string => JSON.stringify(document)
const titles = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === 'part' ? [block.title.text] : []))

const secrets = { health: 'здравствену књижицу', safety: 'Лозинка', core: 'економски техничар' }

describe('what stands on the copies of an approved plan', () => {
  test('PL19: the full copy begins with the wishes and holds every part, the sign-offs with their reservations, and who has not signed', () => {
    const { document, fileName } = copy({})
    expect(titles(document.blocks).slice(0, 3)).toEqual(['Жеље', 'Учешће у изради плана', 'Договорено са особом'])
    for (const word of [
      ...Object.values(secrets),
      'Упис зависи од слободног места.',
      'Сагласност се још чека: Центар за социјални рад, Дом здравља.',
      'Идем у школу у коју желим.',
      'висок',
    ])
      expect(words(document)).toContain(word)
    expect(document.footer.lines.map(({ text }) => text.replaceAll(' ', '')).join()).toContain('3f9a1c22'.repeat(8))
    expect(fileName).toBe('план-NI-26-0014-v2.pdf')
  })

  test.each(['full', 'institution', 'person'] as const)(
    'PL2: of a closed room the %s copy holds no word, whatever the language',
    (audience) => {
      for (const language of languages) {
        const text = words(copy({ audience, language }, versionForTests(['core'])).document)
        for (const word of [secrets.health, secrets.safety, 'Дом здравља', 'Позиви']) expect(text).not.toContain(word)
      }
    },
  )

  test('PL2: a closed room is named as closed, one line each, also where nothing stands in it', () => {
    const { blocks } = copy({ language: 'en' }, versionForTests(['core'])).document
    const closed = JSON.stringify(blocks.at(-1))
    for (const room of ['safety and whereabouts', 'health', 'legal proceedings', 'what was said in confidence'])
      expect(closed).toContain(room)
  })

  test('PL20: an institution’s copy holds what is needed from it and the goals that this serves, and nothing of the others', () => {
    const text = words(copy({ audience: 'institution', institutionId: those.health, language: 'sr-Latn' }).document)
    expect(text).toContain('Издати здравствену књижицу')
    expect(text).toContain('Има свог лекара')
    expect(text).toContain('Od ustanove se traži da se saglasi')
    for (const other of ['Помоћ око уписа', 'Уписана је', secrets.core, secrets.safety]) expect(text).not.toContain(other)
    expect(words(copy({ audience: 'institution', institutionId: those.centre }).document)).toContain('Где установа помаже другима')
  })

  test('the person’s own copy is plain: their words, what was agreed, who helps by when, whom to call; no code, no word of the trade', () => {
    for (const language of languages) {
      const { document, fileName } = copy({ audience: 'person', language })
      const text = words(document)
      for (const part of ['Хоћу да завршим школу', 'Имам доктора.', 'Зовемо само на број', 'Месечна карта', '018\u00a0000\u00a0001', '192'])
        expect(text).toContain(part)
      expect(`${text} ${fileName}`).not.toMatch(
        /NI-26|3f9a|victim|beneficiary|žrtv|корисни|korisni|индикатор|indikator|individual|индивидуал|активност|aktivnost|trgovin|трговин|traffick/i,
      )
      expect(text).not.toContain('пита за мачку')
    }
    expect(copy({ audience: 'person', language: 'sr-Latn' }).fileName).toBe('moj-plan.pdf')
  })

  test('the person’s copy has 14 points, and in large print no letter under 16', () => {
    // The smallest of what a person reads is set in 9.5 points at the size 1.
    expect(copy({ audience: 'person' }).document.scale * 11.5).toBeGreaterThanOrEqual(14)
    expect(copy({ audience: 'person', largePrint: true }).document.scale * 9.5).toBeGreaterThanOrEqual(16)
  })

  test('typed words keep their language on a page in another, so that Serbian italics stay Serbian', () => {
    const { document } = copy({ language: 'en' })
    const own = JSON.stringify(document.blocks.find((block) => block.kind === 'part'))
    expect(own).toMatch(/"lang":"sr"/)
    expect(document.title.lang).toBe('en')
  })

  test.each(languages)('T45 every copy can be set in %s, whatever was typed', async (language: Language) => {
    const hostile = versionForTests()
    const [first, ...rooms] = hostile.rooms
    const typed = { ...hostile, rooms: [{ ...first, wishes: '#panic("x") 😀 \u0000 *x* \\ `a` $x$ عربي' }, ...rooms] } as typeof hostile
    for (const audience of ['full', 'institution', 'person'] as const)
      for (const largePrint of [false, true]) {
        const { document } = copy({ audience, language, largePrint }, typed)
        expect(pdfText(await renderPdf(documentTemplate, document))).toContain('#panic')
      }
  })
})
