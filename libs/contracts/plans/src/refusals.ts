import { type RefusalKind, refuser } from '@mreza/contracts-kernel'

/** The ways in which the plans service says no, beside the kernel's. */
export const plansRefusals = {
  /** The page speaks an older version of the document and must be loaded again (PL10). */
  'plan-document-outdated': 'conflict',
  /** The number asked for was issued to someone else, or for another room (PL5). */
  'writer-number-not-yours': 'conflict',
  /** Something binding is missing, so the plan cannot be approved (PL19). */
  'plan-not-complete': 'conflict',
  /** The institution has put its name to this version already (PL20). */
  'already-signed-off': 'conflict',
  /** The request was answered already (PL18). */
  'already-answered': 'conflict',
  /** The room is open to the one who asks for it (PL18). */
  'room-already-open': 'conflict',
} as const satisfies Record<string, RefusalKind>

export const refuseInPlans = refuser(plansRefusals)
