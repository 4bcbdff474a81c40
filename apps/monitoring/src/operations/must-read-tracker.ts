import { type NetworkId, refuser, type Subject } from '@mreza/contracts-kernel'
import { canInMonitoring } from '@mreza/contracts-monitoring'

const refuse = refuser({})

/** Refuses what is not the caller's own network (MO5). */
export const mustReadTracker = (subject: Subject, networkId: NetworkId): void => {
  if (!canInMonitoring(subject, 'tracker.read', { networkId })) throw refuse('not-allowed')
}
