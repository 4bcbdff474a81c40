import { type NetworkId, policyOf } from '@mreza/contracts-kernel'

/** What one may see of how a network works. */
export interface MonitoringResources {
  'tracker.read': { networkId: NetworkId }
}

export const { can: canInMonitoring, couldEver: couldEverInMonitoring } = policyOf<MonitoringResources>({
  'tracker.read': { roles: ['city-official', 'coordinator', 'head'], when: (subject, tracker) => subject.networkId === tracker.networkId },
})
