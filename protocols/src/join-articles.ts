import type { Annex, Article } from '@mreza/contracts-agreements'
import type { LocalizedText } from '@mreza/contracts-kernel'
import type { AgreementText, ArticleText } from './article-text.ts'
import type { Fault } from './fault.ts'
import { scriptsDiffer } from './scripts.ts'

/** One agreement in its three languages. */
export type InThreeLanguages = { readonly [Key in keyof LocalizedText]: AgreementText }
type Named = Pick<Article, 'number' | 'binds'>
type NamedAnnex = { readonly number: number; readonly articles: readonly Named[] }
type Body = Pick<AgreementText, 'file' | 'articles'>
type BodyInThree = { readonly [Key in keyof LocalizedText]: Body }
type OrFaults<T> = T | { readonly faults: readonly Fault[] }

const languages = ['en', 'srLatn', 'srCyrl'] as const

const countFaults = (texts: BodyInThree, named: readonly Named[]): Fault[] =>
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

const paragraphFaults = (texts: BodyInThree, at: number): Fault[] => {
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

const joined = (texts: BodyInThree, { number, binds }: Named): Article => ({
  number,
  title: inThree((language) => texts[language].articles[number - 1]?.title ?? ''),
  paragraphs: (texts.en.articles[number - 1]?.paragraphs ?? []).map((_, at) =>
    inThree((language) => texts[language].articles[number - 1]?.paragraphs[at] ?? ''),
  ),
  ...(binds === undefined ? {} : { binds }),
})

/** Puts the three languages' articles together; what one language lacks or the two scripts say differently is a fault of that file. */
export const joinArticles = (texts: BodyInThree, named: readonly Named[]): OrFaults<{ articles: Article[] }> => {
  const counts = countFaults(texts, named)
  const faults = counts.length > 0 ? counts : texts.en.articles.flatMap((_, at) => paragraphFaults(texts, at))
  return faults.length > 0 ? { faults } : { articles: named.map((article) => joined(texts, article)) }
}

const annexCountFaults = (texts: InThreeLanguages, named: readonly NamedAnnex[]): Fault[] =>
  languages.flatMap((language) => {
    const { file, annexes } = texts[language]
    if (annexes.length === named.length) return []
    const reason = `${annexes.length} annexes stand here, template.yaml names ${named.length}`
    return [{ file, line: annexes.at(-1)?.line ?? 1, column: 1, path: '', reason }]
  })

const joinAnnex = (texts: InThreeLanguages, { number, articles: named }: NamedAnnex): OrFaults<{ annex: Annex }> => {
  const at = number - 1
  const of = (language: (typeof languages)[number]): Body => ({
    file: texts[language].file,
    articles: texts[language].annexes[at]?.articles ?? [],
  })
  const joinedArticles = joinArticles({ en: of('en'), srLatn: of('srLatn'), srCyrl: of('srCyrl') }, named)
  if ('faults' in joinedArticles) return joinedArticles
  const title = inThree((language) => texts[language].annexes[at]?.title ?? '')
  const differs = scriptsDiffer(title.srLatn, title.srCyrl)
  const line = texts.srCyrl.annexes[at]?.line ?? 1
  if (differs !== null) return { faults: [{ file: texts.srCyrl.file, line, column: 1, path: '', reason: differs }] }
  return { annex: { number, title, articles: joinedArticles.articles } }
}

/** The same for the annexes, each with its title. */
export const joinAnnexes = (texts: InThreeLanguages, named: readonly NamedAnnex[]): OrFaults<{ annexes: Annex[] }> => {
  const counts = annexCountFaults(texts, named)
  if (counts.length > 0) return { faults: counts }
  const each = named.map((annex) => joinAnnex(texts, annex))
  const faults = each.flatMap((one) => ('faults' in one ? one.faults : []))
  return faults.length > 0 ? { faults } : { annexes: each.flatMap((one) => ('annex' in one ? [one.annex] : [])) }
}
