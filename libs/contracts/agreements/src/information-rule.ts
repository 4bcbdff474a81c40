import { LocalizedText, Section, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** What kind of data a rule is about: a section of the case, or who the person is. */
export const DataClass = z.enum([...Section.options, 'identity'])
export type DataClass = z.infer<typeof DataClass>

/** What a disclosure is for. Data given for one purpose is not used for another. */
export const Purpose = z.enum([
  'report-suspicion',
  'urgent-protection',
  'identification',
  'assessment-and-planning',
  'accommodation',
  'health-care',
  'education',
  'employment',
  'criminal-proceedings',
  'coordination',
])
export type Purpose = z.infer<typeof Purpose>

/** What one sector may tell another, for what purpose and on what basis; what no rule allows is not told. */
export const InformationRule = z.strictObject({
  id: Slug,
  from: z.union([z.literal('any'), Sector]),
  to: Sector,
  dataClass: DataClass,
  purpose: Purpose,
  legalBasis: z.strictObject({ text: LocalizedText, ruleId: Slug.nullable() }),
  /** Whose consent must be on record before: nobody's (a legal duty carries it), an adult's only, or everybody's (a child's legal representative gives it). */
  consent: z.enum(['not-needed', 'adults', 'everybody']),
  /** What is kept back even so. */
  withheld: z.array(LocalizedText),
  /** The article that allows it, of the annex named beside it or of the agreement itself; absent: the article that binds these rules. */
  articleNumber: z.int().min(1).optional(),
  annexNumber: z.int().min(1).optional(),
})
export type InformationRule = z.infer<typeof InformationRule>
