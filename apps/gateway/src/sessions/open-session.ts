import type { MembershipId } from '@mreza/contracts-identity'
import type { Subject } from '@mreza/contracts-kernel'
import { type Db, newId, type Trx } from '@mreza/db'
import { idleEnd, sessionEnd } from '../domain/session-times.ts'
import { activeMembership } from '../store/memberships.ts'
import type { IdentityTables, SessionTable } from '../store/tables.ts'
import { hashOf, newSecret } from './secrets.ts'

/** A session that is in force. */
export interface OpenSession {
  readonly id: string
  readonly subject: Subject
  readonly membershipId: MembershipId
  readonly databaseKey: string
  readonly rotatedAt: Date
  readonly expiresAt: Date
  readonly idleUntil: Date
  /** Whether it was found by the token before the present one (ID14). */
  readonly byPreviousToken: boolean
}

interface Beginning {
  readonly membershipId: string
  readonly assurance: SessionTable['assurance']
  readonly now: Date
  readonly demo: boolean
  readonly databaseKeyOf: (sessionId: string) => string
}

/** Begins a session and gives its token, which is kept nowhere (ID13). */
export const beginSession = async (trx: Trx<IdentityTables>, beginning: Beginning): Promise<string> => {
  const { now } = beginning
  const id = newId<'SessionId'>()
  const token = newSecret()
  const expires = sessionEnd(now)
  await trx
    .insertInto('session')
    .values({
      id,
      token_hash: hashOf(token),
      previous_token_hash: null,
      rotated_at: now,
      database_key_hash: hashOf(beginning.databaseKeyOf(id)),
      membership_id: beginning.membershipId,
      assurance: beginning.assurance,
      created_at: now,
      expires_at: expires,
      idle_until: idleEnd(now, expires, beginning.demo),
    })
    .execute()
  return token
}

const columns = [
  'session.id',
  'session.token_hash',
  'session.rotated_at',
  'session.expires_at',
  'session.idle_until',
  'session.assurance',
  'membership.id as membership_id',
  'membership.person_id',
  'membership.institution_id',
  'membership.network_id',
  'membership.sector',
  'membership.roles',
] as const

const sessionsInForce = (db: Db<IdentityTables>, now: Date) =>
  db
    .selectFrom('session')
    .innerJoin('membership', 'membership.id', 'session.membership_id')
    .innerJoin('account', 'account.person_id', 'membership.person_id')
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', now.toISOString())
    .where('session.idle_until', '>', now.toISOString())
    .where('account.disabled_at', 'is', null)
    .where((where) => activeMembership(where, now))

/** The session that this token opens now, in force in every respect: time, account, membership. */
export const findSession = async (
  db: Db<IdentityTables>,
  token: string,
  now: Date,
  databaseKeyOf: (sessionId: string) => string,
): Promise<OpenSession | undefined> => {
  const hash = hashOf(token)
  const row = await sessionsInForce(db, now)
    .where((where) => where.or([where('session.token_hash', '=', hash), where('session.previous_token_hash', '=', hash)]))
    .select(columns)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    membershipId: row.membership_id as MembershipId,
    subject: {
      personId: row.person_id,
      institutionId: row.institution_id,
      networkId: row.network_id,
      sector: row.sector,
      roles: row.roles,
      assurance: row.assurance,
    } as Subject,
    databaseKey: databaseKeyOf(row.id),
    rotatedAt: new Date(row.rotated_at),
    expiresAt: new Date(row.expires_at),
    idleUntil: new Date(row.idle_until),
    byPreviousToken: !row.token_hash.equals(hash),
  }
}

/** Which of these sessions are still in force. */
export const stillInForce = async (db: Db<IdentityTables>, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> => {
  const rows = await sessionsInForce(db, now)
    .where('session.id', 'in', [...ids])
    .select('session.id')
    .execute()
  return new Set(rows.map((row) => row.id))
}
