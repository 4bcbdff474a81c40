import { type RefusalKind, refuser } from '@mreza/contracts-kernel'

export const agreementRefusals = {
  'not-a-draft': 'conflict',
  'required-sector-missing': 'invalid',
  'too-few-parties': 'invalid',
  'no-place-for-sector': 'invalid',
  'not-an-institution-of-the-network': 'invalid',
  'not-open-for-signing': 'conflict',
  'already-signed': 'conflict',
  'text-is-another': 'conflict',
} as const satisfies Record<string, RefusalKind>

export const refuseInAgreements = refuser(agreementRefusals)
