import type { CaseMatter } from '@mreza/contracts-agreements'
import { caseRoles } from '@mreza/contracts-conferences'
import type { AgreementId, Instant, InstitutionId, NetworkId, PersonId, Sector, Slug } from '@mreza/contracts-kernel'
import { type Selectable, sql } from 'kysely'
import type { ConferencesTrx } from './executors.ts'
import type { ConferencesTables } from './tables.ts'

export type ProcedureRow = Selectable<ConferencesTables['procedure']>

export const networkSlug = async (trx: ConferencesTrx, id: NetworkId): Promise<Slug> =>
  (await trx.selectFrom('network').select('slug').where('id', '=', id).executeTakeFirst())?.slug ?? 'xx'

/** Sector and network of the known ones among these institutions. */
export const findInstitutions = (
  trx: ConferencesTrx,
  ids: readonly InstitutionId[],
): Promise<{ id: InstitutionId; network_id: NetworkId | null; sector: Sector }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('institution')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute()

/** Whether a person works on cases for an institution now. */
export const worksFor = async (trx: ConferencesTrx, personId: PersonId, institutionId: InstitutionId): Promise<boolean> =>
  (await trx
    .selectFrom('member')
    .select('membership_id')
    .where('person_id', '=', personId)
    .where('institution_id', '=', institutionId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`roles && ${[...caseRoles]}::text[]`)
    .executeTakeFirst()) !== undefined

/** The coordinators of a network: they take part in its cases by the agreement. */
export const coordinatorsOf = (
  trx: ConferencesTrx,
  networkId: NetworkId,
): Promise<{ person_id: PersonId; institution_id: InstitutionId }[]> =>
  trx
    .selectFrom('member')
    .select(['person_id', 'institution_id'])
    .where('network_id', '=', networkId)
    .where('ended_at', 'is', null)
    .where((eb) => eb(eb.val('coordinator'), '=', eb.fn.any('roles')))
    .execute()

const matterOf = sql<CaseMatter>`coalesce(procedure->>'matter', 'trafficking')`

/**
 * The procedure in force in a network for a case: that of the agreement on one of these matters which came into force last (AG9) and does
 * not stand still (AG29). The matters stand in the order in which they are looked for (CF26).
 */
export const procedureInForce = (
  trx: ConferencesTrx,
  networkId: NetworkId,
  matters: readonly CaseMatter[],
): Promise<ProcedureRow | undefined> =>
  trx
    .selectFrom('procedure')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('ended_at', 'is', null)
    .where(matterOf, 'in', [...matters])
    .where('agreement_id', 'not in', (still) => still.selectFrom('suspension').select('agreement_id').where('suspended', '=', true))
    .orderBy(sql`array_position(${[...matters]}::text[], ${matterOf})`)
    .orderBy('in_force_at', 'desc')
    .executeTakeFirst()

export const procedureOf = (trx: ConferencesTrx, agreementId: AgreementId): Promise<ProcedureRow | undefined> =>
  trx.selectFrom('procedure').selectAll().where('agreement_id', '=', agreementId).executeTakeFirst()

export const keepNetwork = async (trx: ConferencesTrx, id: NetworkId, slug: Slug): Promise<void> => {
  await trx
    .insertInto('network')
    .values({ id, slug })
    .onConflict((on) => on.column('id').doUpdateSet({ slug }))
    .execute()
}

export const keepInstitution = async (trx: ConferencesTrx, row: Selectable<ConferencesTables['institution']>): Promise<void> => {
  await trx
    .insertInto('institution')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet({ network_id: row.network_id, sector: row.sector }))
    .execute()
}

export const keepMember = async (trx: ConferencesTrx, row: Selectable<ConferencesTables['member']>): Promise<void> => {
  const { membership_id: _, ended_at: __, ...facts } = row
  await trx
    .insertInto('member')
    .values(row)
    .onConflict((on) => on.column('membership_id').doUpdateSet(facts))
    .execute()
}

/** Also before the membership itself is known: then the end waits for it. */
export const endMember = async (trx: ConferencesTrx, row: Selectable<ConferencesTables['member']>): Promise<void> => {
  await trx
    .insertInto('member')
    .values(row)
    .onConflict((on) => on.column('membership_id').doUpdateSet({ ended_at: row.ended_at }))
    .execute()
}

export const endProcedure = async (trx: ConferencesTrx, agreementId: AgreementId, at: Instant): Promise<void> => {
  await trx.updateTable('procedure').set({ ended_at: at }).where('agreement_id', '=', agreementId).execute()
}

/** Keeps whether an agreement stands still, unless something later was told: events may arrive in any order. */
export const keepSuspension = async (trx: ConferencesTrx, agreementId: AgreementId, suspended: boolean, at: Instant): Promise<void> => {
  await trx
    .insertInto('suspension')
    .values({ agreement_id: agreementId, suspended, told_at: at })
    .onConflict((on) => on.column('agreement_id').doUpdateSet({ suspended, told_at: at }).where('suspension.told_at', '<=', at))
    .execute()
}
