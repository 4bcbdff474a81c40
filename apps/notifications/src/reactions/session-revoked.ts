import { reaction } from '@mreza/bus'
import { sessionRevoked } from '@mreza/contracts-identity'
import type { Trx } from '@mreza/db'
import { sayInboxChanged } from '../store/inbox-changed.ts'
import type { Tables } from '../store/tables.ts'

/** A session ended before its time: the person's open streams look again, and those of that session end (rule D11). */
export const onSessionRevoked = reaction(sessionRevoked, (trx: Trx<Tables>, { data }) => sayInboxChanged(trx, [data.personId]))
