import { type RefusalKind, refuser } from '@mreza/contracts-kernel'

export const conferenceRefusals = {
  'receiver-not-in-network': 'invalid',
  'receiver-is-own-institution': 'invalid',
  'referral-already-answered': 'conflict',
  'case-manager-not-of-lead': 'invalid',
  'step-not-open': 'conflict',
  'step-not-yours': 'forbidden',
  'mandatory-sector-missing': 'invalid',
  'starts-in-the-past': 'invalid',
  'conference-not-scheduled': 'conflict',
  'conference-not-under-way': 'conflict',
  'invited-person-not-of-institution': 'invalid',
  'task-institution-takes-no-part': 'invalid',
  'due-in-the-past': 'invalid',
  'task-already-done': 'conflict',
} as const satisfies Record<string, RefusalKind>

export const refuseInConferences = refuser(conferenceRefusals)
