import { type Reaction, reaction } from '@mreza/bus'
import { membershipEnded, membershipGranted } from '@mreza/contracts-identity'
import type { Trx } from '@mreza/db'
import { keepMember } from '../store/members.ts'
import type { PlansTables } from '../store/tables.ts'

/** Keeps who works for which institution: whom a mention in a comment may reach (PL17). */
export const onMembershipChanged: readonly Reaction[] = [
  reaction(membershipGranted, (trx: Trx<PlansTables>, { data }) => keepMember(trx, { ...data, endedAt: null })),
  reaction(membershipEnded, (trx: Trx<PlansTables>, { at, data }) => keepMember(trx, { ...data, endedAt: at })),
]
