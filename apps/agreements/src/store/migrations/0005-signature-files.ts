import { allow } from '@mreza/db'
import { type Kysely, sql } from 'kysely'

const runtime = 'mreza_agreements'
const worker = 'mreza_agreements_worker'

const me = sql`(select s.person_id from access.subject() s)`
const mine = sql`(select s.institution_id from access.subject() s)`

/** Who may read why parties declined reads these too (AG34). */
const readers = sql<boolean>`(
  network_id = (select s.network_id from access.subject() s where s.roles && '{coordinator,city-official}'::text[])
  or exists (select from party p where p.agreement_id = signature_file.agreement_id
    and p.institution_id = (select s.institution_id from access.subject() s where s.roles && '{coordinator,head,practitioner,city-official}'::text[])))`

/** Whoever has just signed with it: its signature stands in the same transaction. */
const signsWithIt = sql<boolean>`(uploaded_by = ${me} and institution_id = ${mine}
  and exists (select from party p where p.agreement_id = signature_file.agreement_id and p.institution_id = signature_file.institution_id
    and p.network_id = signature_file.network_id)
  and exists (select from signature s where s.agreement_id = signature_file.agreement_id and s.institution_id = signature_file.institution_id
    and s.kind = 'signed' and s.person_id = ${me} and s.how ->> 'fileHash' = signature_file.sha256))`

/** Files that were signed elsewhere, as they came, with what was found in them (AG33, AG34). One certificate signs for one party. */
export const signatureFiles = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table signature_file (
        agreement_id uuid not null, network_id uuid not null, institution_id uuid not null,
        uploaded_by uuid not null, uploaded_at timestamptz not null,
        format text not null check (format in ('pades', 'cms')),
        bytes bytea not null, sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        certificate text not null check (certificate ~ '^[0-9a-f]{64}$'), found jsonb not null,
        primary key (agreement_id, institution_id),
        foreign key (agreement_id, institution_id) references party (agreement_id, institution_id),
        unique (agreement_id, certificate),
        check (sha256 = encode(sha256(bytes), 'hex'))
      )`.execute(db)
    await sql`alter table signature_file alter column bytes set storage external`.execute(db)
    await allow(db, 'signature_file', [
      { to: runtime, can: ['select'], rows: readers },
      { to: runtime, can: ['insert'], rows: signsWithIt },
      // The worker reads agreements, but no files.
      { to: worker, can: ['select'], rows: sql`false` },
    ])
  },
}
