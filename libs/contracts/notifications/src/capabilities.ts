import { type PersonId, policyOf } from '@mreza/contracts-kernel'

/** What one may do with notifications: read one's own (NO4). */
export interface NotificationResources {
  'inbox.read': { personId: PersonId }
}

export const { can: canInNotifications, couldEver: couldEverInNotifications } = policyOf<NotificationResources>({
  'inbox.read': {
    roles: ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor', 'administrator'],
    when: (subject, inbox) => subject.personId === inbox.personId,
  },
})
