import type { Party } from '@mreza/contracts-agreements'
import type { PersonId } from '@mreza/contracts-kernel'
import { json, newId, type Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { Agreement, Happened } from '../domain/agreement.ts'
import type { AgreementsTables } from './tables.ts'

type Store = Trx<AgreementsTables>

const insertParties = async (trx: Store, agreement: Agreement, parties: readonly Party[]): Promise<void> => {
  const { id, networkId, templateId } = agreement
  const rows = parties.map((party, position) => ({
    agreement_id: id,
    network_id: networkId,
    template_id: templateId,
    institution_id: party.institutionId,
    sector: party.sector,
    required: party.required,
    position,
  }))
  await trx.insertInto('party').values(rows).execute()
}

/** Keeps a new draft with its parties. */
export const insertDraft = async (trx: Store, agreement: Agreement, draftedBy: PersonId): Promise<void> => {
  await trx
    .insertInto('agreement')
    .values({
      id: agreement.id,
      network_id: agreement.networkId,
      template_id: agreement.templateId,
      kind: agreement.kind,
      title: json(agreement.title),
      content: json(agreement.content),
      drafted_at: agreement.draftedAt,
      drafted_by: draftedBy,
      drafted_for: agreement.draftedFor,
      state: 'draft',
    })
    .execute()
  await insertParties(trx, agreement, agreement.parties)
}

const moveOn = async (
  trx: Store,
  agreement: Agreement,
  change: Partial<Record<'state' | 'sent_at' | 'text_hash' | 'in_force_at' | 'ended_at', string>>,
): Promise<void> => {
  const { numUpdatedRows } = await trx
    .updateTable('agreement')
    .set(change as { state: Agreement['state'] })
    .where('id', '=', agreement.id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('the agreement was not open to this change')
}

const insertSignature = async (
  trx: Store,
  agreement: Agreement,
  said: Extract<Happened, { kind: 'signed' | 'declined' }>,
): Promise<void> => {
  const id = newId<'SignatureId'>()
  const whose = { agreement_id: agreement.id, network_id: agreement.networkId, institution_id: said.institutionId }
  const text_hash = said.kind === 'signed' ? said.textHash : null
  await trx
    .insertInto('signature')
    .values({ id, ...whose, kind: said.kind, at: said.at, person_id: said.by, text_hash })
    .execute()
  if (said.kind === 'declined')
    await trx
      .insertInto('decline_reason')
      .values({ signature_id: id, ...whose, reason: said.reason })
      .execute()
}

/** Keeps one thing that happened to an agreement. */
export const saveHappened = async (trx: Store, agreement: Agreement, happened: Happened): Promise<void> => {
  switch (happened.kind) {
    case 'parties-chosen':
      await trx.deleteFrom('party').where('agreement_id', '=', agreement.id).execute()
      return insertParties(trx, agreement, happened.parties)
    case 'sent':
      return moveOn(trx, agreement, { state: 'sent', sent_at: happened.at, text_hash: happened.textHash })
    case 'signed':
    case 'declined':
      return insertSignature(trx, agreement, happened)
    case 'came-into-force':
      return moveOn(trx, agreement, { state: 'in-force', in_force_at: happened.at })
    case 'ended':
      return moveOn(trx, agreement, { state: 'ended', ended_at: happened.at })
  }
}

/** Entry into force takes its turn in a network and template, so that the later one ends the earlier one (AG9). */
export const takeTurnInForce = async (trx: Store, agreement: Agreement): Promise<void> => {
  const turn = `${agreement.networkId}/${agreement.templateId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(trx)
}
