import { createHash, randomBytes } from 'node:crypto'
import type { Subject } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

export interface TestSession {
  readonly sessionId: string
  readonly accountId: string
  readonly subject: Subject
  /** What `asSubject` takes. */
  readonly databaseKey: string
  /** Ends the session as a revocation would. */
  revoke(): Promise<void>
}

const sha256 = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest()

/**
 * Signs a person in, past the gateway: an account and a session in the schema `identity`, good for an hour.
 * @param admin the owner's handle of a test database in which identity is migrated
 */
export const testSession = async <T>(admin: Kysely<T>, { subject }: { readonly subject: Subject }): Promise<TestSession> => {
  const accountId = newId<'AccountId'>()
  const sessionId = newId<'SessionId'>()
  const databaseKey = randomBytes(32).toString('base64url')
  await sql`
    insert into identity.account (id, person_id, email_hash, active)
    values (${accountId}, ${subject.personId}, ${sha256(accountId)}, true)`.execute(admin)
  await sql`
    insert into identity.session (id, token_hash, database_key_hash, account_id, person_id, institution_id, network_id, sector, roles, assurance,
      created_at, last_seen_at, expires_at, absolute_expires_at)
    values (${sessionId}, ${sha256(sessionId)}, ${sha256(databaseKey)}, ${accountId}, ${subject.personId}, ${subject.institutionId}, ${subject.networkId},
      ${subject.sector}, ${[...subject.roles]}::text[], ${subject.assurance}, now(), now(), now() + interval '1 hour', now() + interval '12 hours')`.execute(
    admin,
  )
  const revoke = async () => {
    await sql`update identity.session set revoked_at = now() where id = ${sessionId}`.execute(admin)
  }
  return { sessionId, accountId, subject, databaseKey, revoke }
}
