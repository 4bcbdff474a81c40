import type { Article, StructuredPart, Template } from '@mreza/contracts-agreements'
import type { Duration } from '@mreza/contracts-kernel'
import { durationKey, durationsIn } from './durations-in-words.ts'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'

/** A length of time in the data and the articles one of which must speak of it. */
interface Said {
  readonly duration: Duration | null | undefined
  readonly path: readonly PropertyKey[]
  readonly articles: readonly Article[]
}

const bodyOf = (template: Template): readonly Article[] => [
  ...template.articles,
  ...(template.annexes ?? []).flatMap(({ articles }) => articles),
]

const binding = (template: Template, part: StructuredPart): readonly Article[] =>
  bodyOf(template).filter(({ binds }) => binds?.includes(part))

const numbered = ({ articles }: Template, number: number): readonly Article[] => articles.filter((article) => article.number === number)

const saidInSteps = (template: Template): Said[] =>
  (template.procedure?.stages ?? []).flatMap((stage, at) =>
    stage.steps.flatMap(({ deadline, repeats, articleNumber }, index) => {
      const [path, articles] = [['procedure', 'stages', at, 'steps', index], numbered(template, articleNumber)]
      return [
        { duration: deadline?.duration, path: [...path, 'deadline'], articles },
        { duration: repeats?.every, path: [...path, 'repeats'], articles },
      ]
    }),
  )

const saidElsewhere = (template: Template): Said[] => {
  const { conferenceRule: rule, withdrawal, review, duration } = template
  const conference = binding(template, 'conference-rule')
  return [
    { duration: rule?.latest?.duration, path: ['conferenceRule', 'latest'], articles: conference },
    { duration: rule?.latestImmediate?.duration, path: ['conferenceRule', 'latestImmediate'], articles: conference },
    { duration: rule?.noticeBefore, path: ['conferenceRule', 'noticeBefore'], articles: conference },
    { duration: withdrawal.notice, path: ['withdrawal', 'notice'], articles: binding(template, 'withdrawal') },
    { duration: review.every, path: ['review', 'every'], articles: binding(template, 'review') },
    { duration, path: ['duration'], articles: binding(template, 'entry-into-force') },
  ]
}

const languages = [
  { language: 'en', file: 'articles.en.md' },
  { language: 'srLatn', file: 'articles.sr-Latn.md' },
] as const

/**
 * Lengths of time that the data has and the words of the article do not, in English and in Serbian. What the Cyrillic says follows
 * from the Latin.
 */
export const wordFaults = (template: Template, faultAt: FaultAt): Fault[] =>
  [...saidInSteps(template), ...saidElsewhere(template)].flatMap(({ duration, path, articles }) => {
    if (duration === null || duration === undefined) return []
    const unsaid = languages.filter(
      ({ language }) =>
        !durationsIn(articles.flatMap(({ paragraphs }) => paragraphs.map((text) => text[language])).join('\n')).has(durationKey(duration)),
    )
    const numbers = articles.map(({ number }) => number).join(', ')
    return unsaid.map(({ file }) => faultAt(path, `article ${numbers} does not say ${durationKey(duration)} in ${file}`))
  })
