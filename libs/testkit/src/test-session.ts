import { createHash, randomBytes } from 'node:crypto'
import type { Subject } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

export interface TestSession {
  readonly sessionId: string
  readonly membershipId: string
  readonly subject: Subject
  /** What `asSubject` takes. */
  readonly databaseKey: string
  /** Ends the session as a revocation would. */
  revoke(): Promise<void>
}

const sha256 = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest()

/** Their membership for this test; a person who has an account already keeps it. */
const addMembership = async <T>(admin: Kysely<T>, subject: Subject): Promise<string> => {
  const id = newId<'MembershipId'>()
  const { personId, institutionId, networkId, sector, roles } = subject
  await sql`
    insert into identity.account (person_id, email, display_name) values (${personId}, ${`${personId}@example.org`}, '{}')
    on conflict do nothing`.execute(admin)
  await sql`
    insert into identity.membership (id, person_id, institution_id, network_id, sector, roles, valid_from)
    values (${id}, ${personId}, ${institutionId}, ${networkId}, ${sector}, ${[...roles]}::text[], now() - interval '1 day')`.execute(admin)
  return id
}

/**
 * Signs a person in, past the gateway: an account, a membership and a session in the schema `identity`, good for an hour.
 * @param admin the owner's handle of a test database with the gateway's migrations or `identityStandIn`
 */
export const testSession = async <T>(admin: Kysely<T>, { subject }: { readonly subject: Subject }): Promise<TestSession> => {
  const sessionId = newId<'SessionId'>()
  const membershipId = await addMembership(admin, subject)
  const databaseKey = randomBytes(32).toString('base64url')
  await sql`
    insert into identity.session (id, token_hash, rotated_at, database_key_hash, membership_id, assurance, created_at, expires_at, idle_until)
    values (${sessionId}, ${sha256(sessionId)}, now(), ${sha256(databaseKey)}, ${membershipId}, ${subject.assurance}, now(),
      now() + interval '12 hours', now() + interval '1 hour')`.execute(admin)
  const revoke = async () => {
    await sql`update identity.session set revoked_at = now() where id = ${sessionId}`.execute(admin)
  }
  return { sessionId, membershipId, subject, databaseKey, revoke }
}
