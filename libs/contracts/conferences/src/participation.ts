import { CaseId, Instant, InstitutionId, PersonId, Prose, Reason, Section } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** Why somebody may take part: recorded consent, a duty by law or agreement, or an emergency that is reviewed (CF13). */
export const Basis = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('consent'),
    givenBy: z.enum(['beneficiary', 'guardian', 'temporary-guardian']),
    givenAt: Instant,
    explained: Prose,
  }),
  z.strictObject({ kind: z.literal('legal-duty'), rule: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('emergency'), reason: Reason }),
])
export type Basis = z.infer<typeof Basis>

/** An institution, or one person of it, in a case: with which sections, on which basis, from when and until when. */
export const Participation = z.strictObject({
  id: z.uuidv7(),
  caseId: CaseId,
  institutionId: InstitutionId,
  /** `null`: everyone of the institution who works on cases. */
  personId: PersonId.nullable(),
  sections: z.array(Section).min(1),
  basis: Basis,
  from: Instant,
  until: Instant.nullable(),
  endedAt: Instant.nullable(),
})
export type Participation = z.infer<typeof Participation>
