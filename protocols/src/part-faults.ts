import { StructuredPart } from '@mreza/contracts-agreements'
import type { Fault } from './fault.ts'
import type { FaultAt } from './place-finder.ts'
import type { TemplateFile } from './template-file.ts'

/** The key of `template.yaml` that holds a structured part. */
const keyOf: Readonly<Record<StructuredPart, keyof TemplateFile>> = {
  parties: 'parties',
  procedure: 'procedure',
  'conference-rule': 'conferenceRule',
  'information-rules': 'informationRules',
  obligations: 'obligations',
  indicators: 'indicators',
  annexes: 'annexes',
  'entry-into-force': 'entryIntoForce',
  review: 'review',
  amendment: 'amendment',
  accession: 'accession',
  withdrawal: 'withdrawal',
  disputes: 'disputes',
}

const has = (template: TemplateFile, part: StructuredPart): boolean => {
  const value = template[keyOf[part]]
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}

/** Articles of the agreement and of its annexes, with where they are named. */
const bodiesOf = (template: TemplateFile) => [
  ...template.articles.map((article, index) => ({ article, path: ['articles', index] as PropertyKey[] })),
  ...(template.annexes ?? []).flatMap(({ articles }, annex) =>
    articles.map((article, index) => ({ article, path: ['annexes', annex, 'articles', index] as PropertyKey[] })),
  ),
]

/** An article that binds a part which is not there, a part that no article puts into words, and cases without a rule for conferences. */
export const partFaults = (template: TemplateFile, faultAt: FaultAt): Fault[] => {
  const bodies = bodiesOf(template)
  const bound = new Set(bodies.flatMap(({ article }) => article.binds ?? []))
  const empty = bodies.flatMap(({ article, path }) =>
    (article.binds ?? []).flatMap((part, index) =>
      has(template, part) ? [] : [faultAt([...path, 'binds', index], `article ${article.number} binds ${part}, and there is none`)],
    ),
  )
  const unspoken = StructuredPart.options.filter((part) => has(template, part) && !bound.has(part))
  const half = (template.procedure === null) !== (template.conferenceRule === null)
  return [
    ...empty,
    ...unspoken.map((part) => faultAt([keyOf[part]], `no article puts ${part} into words`)),
    ...(half ? [faultAt(['conferenceRule'], 'a procedure and a rule for conferences go together')] : []),
  ]
}
