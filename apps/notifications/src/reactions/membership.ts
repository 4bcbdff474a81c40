import { type Envelope, reaction } from '@mreza/bus'
import { membershipEnded, membershipGranted } from '@mreza/contracts-identity'
import type { Trx } from '@mreza/db'
import type * as z from 'zod'
import type { MembershipChange } from '../domain/membership.ts'
import type { Tables } from '../store/tables.ts'
import { changeMembership } from './change-membership.ts'

const changeOf = ({ id, at, data }: Envelope<z.output<(typeof membershipEnded)['data']>>, ended: boolean): MembershipChange => ({
  eventId: id,
  membershipId: data.membershipId,
  at: new Date(at).toISOString(),
  personId: data.personId,
  institutionId: data.institutionId,
  roles: data.roles,
  ended,
})

/** Somebody may be told of what concerns an institution (NO5). */
export const onMembershipGranted = reaction(membershipGranted, (trx: Trx<Tables>, envelope) =>
  changeMembership(trx, changeOf(envelope, false)),
)

/** Somebody is told of nothing that happens there from now on (NO6). */
export const onMembershipEnded = reaction(membershipEnded, (trx: Trx<Tables>, envelope) => changeMembership(trx, changeOf(envelope, true)))
