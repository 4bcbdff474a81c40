import { Article, Template } from '@mreza/contracts-agreements'
import * as z from 'zod'

/** `template.yaml`: a template without the words of its articles, which stand beside it, one Markdown file per language. */
export const TemplateFile = z.strictObject({ ...Template.shape, articles: z.array(Article.pick({ number: true, binds: true })).min(1) })
export type TemplateFile = z.infer<typeof TemplateFile>
