import { conferenceOperations } from '@mreza/contracts-conferences'
import type { CivilDate, ConferenceId, InstitutionId, PersonId } from '@mreza/contracts-kernel'
import type * as z from 'zod'

const input = conferenceOperations.makeTask.input

/** What is sent: checked by the contract. */
export type TaskToSend = z.output<typeof input>

/** A task as it is being filled in. */
export interface TaskDraft {
  readonly institutionId: InstitutionId | null
  readonly personId: PersonId | null
  readonly what: string
  readonly dueOn: CivilDate | null
}

/** The task to make of a decision, or the fields that are not filled in as they should be. */
export const readTask = (
  of: { conferenceId: ConferenceId; decisionNumber: number },
  draft: TaskDraft,
): { task: TaskToSend } | { wrong: ReadonlySet<string> } => {
  const parsed = input.safeParse({ ...of, ...draft })
  if (parsed.success) return { task: parsed.data }
  return { wrong: new Set(parsed.error.issues.map(({ path }) => path.join('.'))) }
}
