import type { Subject } from '@mreza/contracts-kernel'
import { mintConfirmation } from '@mreza/rpc'
import { testKeys } from './person-client.ts'

/** What the gateway would give this person for an act upon the thing of this hash, confirmed by their password (ID23). */
export const testConfirmation = ({ personId, institutionId }: Subject, act: string, boundTo: string, now = new Date()): string =>
  mintConfirmation(testKeys('gateway').tokenKeys, { personId, institutionId, act, boundTo }, 'password', now).confirmation
