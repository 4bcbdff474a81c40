import { Annex, Article, Template } from '@mreza/contracts-agreements'
import * as z from 'zod'

const NamedArticles = z.array(Article.pick({ number: true, binds: true })).min(1)

/** `template.yaml`: a template without the words of its articles and annexes, which stand beside it, one Markdown file per language. */
export const TemplateFile = z.strictObject({
  ...Template.shape,
  articles: NamedArticles,
  annexes: z
    .array(z.strictObject({ ...Annex.pick({ number: true }).shape, articles: NamedArticles }))
    .min(1)
    .optional(),
})
export type TemplateFile = z.infer<typeof TemplateFile>
