import type { AgreementStep, Party } from '@mreza/contracts-agreements'
import type { PersonId } from '@mreza/contracts-kernel'
import { json, newId, type Trx } from '@mreza/db'
import { sql, type UpdateObject } from 'kysely'
import type { Agreement, Happened } from '../domain/agreement.ts'
import type { AgreementsTables } from './tables.ts'

type Store = Trx<AgreementsTables>
type Of<Kind extends Happened['kind']> = Extract<Happened, { kind: Kind }>

const ofAgreement = ({ id, networkId }: Agreement) => ({ agreement_id: id, network_id: networkId })

const insertParties = async (trx: Store, agreement: Agreement, parties: readonly Party[], from = 0): Promise<void> => {
  const rows = parties.map((party, place) => ({
    ...ofAgreement(agreement),
    template_id: agreement.templateId,
    institution_id: party.institutionId,
    sector: party.sector,
    required: party.required,
    position: from + place,
    round: party.round,
    invited_at: party.invitedAt,
  }))
  await trx.insertInto('party').values(rows).execute()
}

const replaceParties = async (trx: Store, agreement: Agreement, parties: readonly Party[]): Promise<void> => {
  await trx.deleteFrom('party').where('agreement_id', '=', agreement.id).execute()
  await insertParties(trx, agreement, parties)
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
      amends: agreement.amends,
      state: 'draft',
    })
    .execute()
  await insertParties(trx, agreement, agreement.parties)
}

const moveOn = async (trx: Store, agreement: Agreement, change: UpdateObject<AgreementsTables, 'agreement'>): Promise<void> => {
  const { numUpdatedRows } = await trx.updateTable('agreement').set(change).where('id', '=', agreement.id).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('the agreement was not open to this change')
}

const askRound = async (trx: Store, agreement: Agreement, round: number, at: string): Promise<void> => {
  await trx
    .insertInto('round_asked')
    .values({ ...ofAgreement(agreement), round, at })
    .execute()
}

const insertSignature = async (trx: Store, agreement: Agreement, said: Of<'signed'>): Promise<void> => {
  await trx
    .insertInto('signature')
    .values({
      id: newId<'SignatureId'>(),
      ...ofAgreement(agreement),
      institution_id: said.institutionId,
      kind: 'signed',
      at: said.at,
      person_id: said.by,
      text_hash: said.textHash,
      how: json(said.how),
      entitlement: json(said.entitlement),
      wet_ink_id: said.wetInk?.id ?? null,
    })
    .execute()
}

const insertDecline = async (trx: Store, agreement: Agreement, said: Of<'declined'>): Promise<void> => {
  const id = newId<'SignatureId'>()
  const whose = { ...ofAgreement(agreement), institution_id: said.institutionId }
  const nothing = { text_hash: null, how: null, entitlement: null, wet_ink_id: null }
  await trx
    .insertInto('signature')
    .values({ id, ...whose, kind: 'declined', at: said.at, person_id: said.by, ...nothing })
    .execute()
  await trx
    .insertInto('decline_reason')
    .values({ signature_id: id, ...whose, reason: said.reason })
    .execute()
}

const insertPage = async (trx: Store, agreement: Agreement, { institutionId, wetInk, page }: Of<'wet-ink-recorded'>): Promise<void> => {
  await trx
    .insertInto('wet_ink')
    .values({
      id: wetInk.id,
      ...ofAgreement(agreement),
      template_id: agreement.templateId,
      institution_id: institutionId,
      facts: json(wetInk),
      recorded_by: wetInk.recordedBy,
      page,
    })
    .execute()
}

const answerPage = async (trx: Store, id: string, answer: 'confirmed' | 'rejected', by: PersonId, at: string): Promise<void> => {
  const { numUpdatedRows } = await trx
    .updateTable('wet_ink')
    .set({ answer, answered_by: by, answered_at: at })
    .where('id', '=', id as never)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('the page was not open to this answer')
}

const insertWithdrawal = async (trx: Store, agreement: Agreement, said: Of<'withdrawal-announced'>): Promise<void> => {
  const whose = { ...ofAgreement(agreement), institution_id: said.institutionId }
  const notice = { announced_at: said.at, announced_by: said.by, reason: said.reason, ends_at: said.endsAt }
  await trx
    .insertInto('withdrawal')
    .values({ id: newId<'WithdrawalId'>(), ...whose, ...notice })
    .execute()
}

const closeWithdrawal = async (trx: Store, agreement: Agreement, said: Of<'withdrawal-revoked' | 'party-withdrew'>): Promise<void> => {
  const { numUpdatedRows } = await trx
    .updateTable('withdrawal')
    .set(said.kind === 'party-withdrew' ? { done_at: said.at } : { revoked_at: said.at })
    .where('agreement_id', '=', agreement.id)
    .where('institution_id', '=', said.institutionId)
    .where('revoked_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error('no notice runs')
}

const insertCouncilStep = async (trx: Store, agreement: Agreement, said: Of<'council-step'>): Promise<void> => {
  await trx
    .insertInto('council_step')
    .values({
      id: newId<'CouncilStepId'>(),
      ...ofAgreement(agreement),
      institution_id: said.institutionId,
      at: said.at,
      person_id: said.by,
      step: json(said.step),
    })
    .execute()
}

/** Keeps one thing that happened to an agreement. */
export const saveHappened = async (trx: Store, agreement: Agreement, happened: Happened): Promise<void> => {
  const { at } = happened
  switch (happened.kind) {
    case 'parties-chosen':
      await replaceParties(trx, agreement, happened.parties)
      return moveOn(trx, agreement, { rounds: json([]) })
    case 'order-set':
      await replaceParties(trx, agreement, happened.parties)
      return moveOn(trx, agreement, { rounds: json([...happened.rounds]) })
    case 'negotiation-opened':
      return moveOn(trx, agreement, { state: 'negotiation' })
    case 'made-ready':
      return moveOn(trx, agreement, { state: 'ready' })
    case 'sent':
      await moveOn(trx, agreement, { state: 'sent', sent_at: at, text_hash: happened.textHash, sign_by: happened.signBy })
      return askRound(trx, agreement, 1, at)
    case 'round-asked':
      return askRound(trx, agreement, happened.round, at)
    case 'council-step':
      return insertCouncilStep(trx, agreement, happened)
    case 'wet-ink-recorded':
      return insertPage(trx, agreement, happened)
    case 'wet-ink-rejected':
      return answerPage(trx, happened.wetInk.id, 'rejected', happened.by, at)
    case 'signed':
      if (happened.wetInk !== undefined && happened.how.method === 'wet-ink')
        await answerPage(trx, happened.wetInk.id, 'confirmed', happened.how.confirmedBy, at)
      return insertSignature(trx, agreement, happened)
    case 'declined':
      return insertDecline(trx, agreement, happened)
    case 'came-into-force':
      return moveOn(trx, agreement, {
        state: 'in-force',
        in_force_at: at,
        review_due_at: happened.reviewDueAt,
        expires_at: happened.expiresAt,
      })
    case 'party-invited':
      return insertParties(trx, agreement, [happened.party], agreement.parties.length)
    case 'withdrawal-announced':
      return insertWithdrawal(trx, agreement, happened)
    case 'withdrawal-revoked':
    case 'party-withdrew':
      return closeWithdrawal(trx, agreement, happened)
    case 'review-begun':
      return moveOn(trx, agreement, { state: 'under-review' })
    case 'review-concluded':
      return moveOn(trx, agreement, { state: 'in-force', review_due_at: happened.reviewDueAt })
    case 'suspended':
      return moveOn(trx, agreement, { state: 'suspended', suspended_at: at })
    case 'resumed':
      return moveOn(trx, agreement, { state: 'in-force', suspended_at: null })
    case 'ended':
      return moveOn(trx, agreement, { state: 'ended', suspended_at: null, ended_at: at, ended_why: happened.why })
    case 'lapsed':
      return moveOn(trx, agreement, { state: 'lapsed', lapsed_at: at })
  }
}

/** Keeps a step of the agreement's life with its reason or decision, as its page tells it. */
export const insertStep = async (trx: Store, agreement: Agreement, step: AgreementStep): Promise<void> => {
  await trx
    .insertInto('agreement_step')
    .values({
      id: newId<'AgreementStepId'>(),
      ...ofAgreement(agreement),
      kind: step.kind,
      at: step.at,
      person_id: step.by,
      institution_id: step.institutionId,
      reason: step.reason,
      decision: step.decision === null ? null : json(step.decision),
    })
    .execute()
}

/** When a clock looks at it next. */
export const setLook = (trx: Store, agreement: Agreement, at: string | null): Promise<void> => moveOn(trx, agreement, { look_at: at })

/** Entry into force takes its turn in a network and template, so that the later one ends the earlier one (AG9). */
export const takeTurnInForce = async (trx: Store, agreement: Agreement): Promise<void> => {
  const turn = `${agreement.networkId}/${agreement.templateId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(trx)
}
