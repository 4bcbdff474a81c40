import { reaction } from '@mreza/bus'
import { membershipEnded, membershipGranted } from '@mreza/contracts-identity'
import type { ConferencesTrx } from '../store/executors.ts'
import { endMember, keepMember } from '../store/read-models.ts'

type Membership = { membershipId: string; personId: string; institutionId: string; networkId: string | null; roles: string[] }

const rowOf = (data: Membership, endedAt: string | null) =>
  ({
    membership_id: data.membershipId,
    person_id: data.personId,
    institution_id: data.institutionId,
    network_id: data.networkId,
    roles: data.roles,
    ended_at: endedAt,
  }) as Parameters<typeof keepMember>[1]

/** Keeps who works for which institution: who may lead a case and who may be sent to a conference. */
export const onMembershipGranted = reaction(membershipGranted, (trx: ConferencesTrx, { data }) => keepMember(trx, rowOf(data, null)))

/** Forgets nobody, but notes the end. */
export const onMembershipEnded = reaction(membershipEnded, (trx: ConferencesTrx, { at, data }) => endMember(trx, rowOf(data, at)))
