import { LocalizedText, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Deadline, Frequency, Provision } from './duration.ts'

/**
 * What kind of authority stands behind a rule. Only `legal`, `instruction` and `agreement` bind;
 * what is merely reported, planned or recommended may be shown beside a step but never starts a clock.
 */
export const RuleForce = z.enum(['legal', 'instruction', 'agreement', 'international', 'plan', 'programme', 'practice', 'recommendation'])
export type RuleForce = z.infer<typeof RuleForce>

/** A duty that exists beside every agreement of ours: who owes it, what, by when, and where that is written. */
export const Rule = z.strictObject({
  id: Slug,
  /** An actor of the source's register: a role such as `swc-case-manager`, a kind of institution, or an institution. */
  actor: Slug,
  duty: LocalizedText,
  appliesTo: z.enum(['all', 'children', 'adults', 'foreigners', 'nis', 'kragujevac']),
  /** `null`: the documents give no deadline. */
  deadline: Deadline.nullable(),
  frequency: Frequency.nullable(),
  force: RuleForce,
  /** `null` for what no document prescribes. */
  source: Provision.nullable(),
})
export type Rule = z.infer<typeof Rule>

/** `protocols/rules.yaml`. Law is as the source documents described it: neither current law nor legal advice. */
export const RulesFile = z.strictObject({ rules: z.array(Rule).min(1) })
export type RulesFile = z.infer<typeof RulesFile>
