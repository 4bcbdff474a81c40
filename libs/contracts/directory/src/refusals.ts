import { type RefusalKind, refuser } from '@mreza/contracts-kernel'

export const directoryRefusals = {
  'contact-not-a-telephone': 'invalid',
} as const satisfies Record<string, RefusalKind>

export const refuseInDirectory = refuser(directoryRefusals)
