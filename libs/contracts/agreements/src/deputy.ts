import { CivilDate, Instant, InstitutionId, idOf, PersonId } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { DecisionOfBody } from './decision.ts'

export const DeputyId = idOf('DeputyId')
export type DeputyId = z.infer<typeof DeputyId>

/** Somebody who signs for an institution in its head's place, by a decision that somebody else recorded (AG22). */
export const Deputy = z.strictObject({
  id: DeputyId,
  institutionId: InstitutionId,
  personId: PersonId,
  decision: DecisionOfBody,
  /** Until the end of this day; `null` for a standing deputy. */
  until: CivilDate.nullable(),
  recordedAt: Instant,
  recordedBy: PersonId,
})
export type Deputy = z.infer<typeof Deputy>
