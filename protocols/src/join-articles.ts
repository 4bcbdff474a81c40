import type { Article } from '@mreza/contracts-agreements'
import type { LocalizedText } from '@mreza/contracts-kernel'
import type { AgreementText, ArticleText } from './article-text.ts'
import type { Fault } from './fault.ts'
import { scriptsDiffer } from './scripts.ts'

/** One agreement in its three languages. */
export type InThreeLanguages = { readonly [Key in keyof LocalizedText]: AgreementText }
type Named = Pick<Article, 'number' | 'binds'>

const languages = ['en', 'srLatn', 'srCyrl'] as const

const countFaults = (texts: InThreeLanguages, named: readonly Named[]): Fault[] =>
  languages.flatMap((language) => {
    const { file, articles } = texts[language]
    const missing = named.filter((article) => articles[article.number - 1] === undefined)
    const unnamed = articles.filter((article) => !named.some(({ number }) => number === article.number))
    return [
      ...missing.map(({ number }) => ({
        file,
        line: 1,
        column: 1,
        path: '',
        reason: `article ${number} of template.yaml has no text here`,
      })),
      ...unnamed.map(({ number, line }) => ({
        file,
        line,
        column: 1,
        path: '',
        reason: `article ${number} is not named in template.yaml`,
      })),
    ]
  })

const paragraphFaults = (texts: InThreeLanguages, at: number): Fault[] => {
  const [en, latin, cyrillic] = languages.map((language) => texts[language].articles[at]) as [ArticleText, ArticleText, ArticleText]
  const counts = [latin, cyrillic].map((article, index) => ({ article, file: index === 0 ? texts.srLatn.file : texts.srCyrl.file }))
  const uneven = counts
    .filter(({ article }) => article.paragraphs.length !== en.paragraphs.length)
    .map(({ article, file }) => ({
      file,
      line: article.line,
      column: 1,
      path: '',
      reason: `article ${article.number} has ${article.paragraphs.length} paragraphs, in English ${en.paragraphs.length}`,
    }))
  const scripts = [latin.title, ...latin.paragraphs].flatMap(
    (text, index) => scriptsDiffer(text, [cyrillic.title, ...cyrillic.paragraphs][index] ?? '') ?? [],
  )
  return [
    ...uneven,
    ...(uneven.length > 0 ? [] : scripts.map((reason) => ({ file: texts.srCyrl.file, line: cyrillic.line, column: 1, path: '', reason }))),
  ]
}

const inThree = (of: (language: (typeof languages)[number]) => string): LocalizedText => ({
  en: of('en'),
  srLatn: of('srLatn'),
  srCyrl: of('srCyrl'),
})

const joined = (texts: InThreeLanguages, { number, binds }: Named): Article => ({
  number,
  title: inThree((language) => texts[language].articles[number - 1]?.title ?? ''),
  paragraphs: (texts.en.articles[number - 1]?.paragraphs ?? []).map((_, at) =>
    inThree((language) => texts[language].articles[number - 1]?.paragraphs[at] ?? ''),
  ),
  ...(binds === undefined ? {} : { binds }),
})

/** Puts the three languages' articles together; what one language lacks or the two scripts say differently is a fault of that file. */
export const joinArticles = (
  texts: InThreeLanguages,
  named: readonly Named[],
): { articles: readonly Article[] } | { faults: readonly Fault[] } => {
  const counts = countFaults(texts, named)
  const faults = counts.length > 0 ? counts : texts.en.articles.flatMap((_, at) => paragraphFaults(texts, at))
  return faults.length > 0 ? { faults } : { articles: named.map((article) => joined(texts, article)) }
}
