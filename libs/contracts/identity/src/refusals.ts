import { type RefusalKind, refuser } from '@mreza/contracts-kernel'

/** How identity says no. */
export const identityRefusals = {
  'sign-in-failed': 'sign-in',
  'too-many-tries': 'limit',
  'password-too-common': 'invalid',
  'invitation-not-valid': 'missing',
  'set-up-not-valid': 'missing',
  'institution-not-known': 'invalid',
  'membership-not-yours': 'forbidden',
  'already-a-member': 'conflict',
  'confirmation-not-right': 'forbidden',
} as const satisfies Record<string, RefusalKind>

/** Makes a refusal of identity. */
export const refuseInIdentity = refuser(identityRefusals)
