import { record } from '@mreza/audit'
import { emit } from '@mreza/bus'
import {
  type ObligationState,
  obligationBroken,
  obligationCommented,
  obligationDisputed,
  obligationKept,
  obligationMoved,
  obligationReminded,
  obligationSettled,
  type Rung,
} from '@mreza/contracts-agreements'
import type { Audience, Instant, InstitutionId, PersonId, Role, Subject } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import type { ObligationRow } from '../store/obligations.ts'
import type { AgreementsTables } from '../store/tables.ts'

type Store = Trx<AgreementsTables>

/** Whom an obligation concerns beside the institution that owes it. */
export interface Concerned {
  readonly parties: readonly InstitutionId[]
  /** The institution of the coordinator who drafted the agreement. */
  readonly draftedFor: InstitutionId
  /** The city's own institutions: their officials sit in the steering group. */
  readonly cities: readonly InstitutionId[]
}

/** Whom an agreement's obligations concern. */
export const concernedBy = async (trx: Store, { agreement_id, network_id }: ObligationRow): Promise<Concerned> => {
  const parties = await trx.selectFrom('party').select('institution_id').where('agreement_id', '=', agreement_id).execute()
  const { drafted_for } = await trx.selectFrom('agreement').select('drafted_for').where('id', '=', agreement_id).executeTakeFirstOrThrow()
  const cities = await trx
    .selectFrom('institution')
    .select('id')
    .where('network_id', '=', network_id)
    .where('sector', '=', 'local-government')
    .execute()
  return { parties: parties.map(({ institution_id }) => institution_id), draftedFor: drafted_for, cities: cities.map(({ id }) => id) }
}

const of = (institutionIds: readonly InstitutionId[], roles: readonly Role[], personIds: readonly PersonId[] = []): Audience => ({
  personIds: [...personIds],
  institutionIds: [...new Set(institutionIds)],
  roles: [...roles],
})

const coordinator = ({ draftedFor }: Concerned): Audience => of([draftedFor], ['coordinator'])

const steeringGroup = ({ parties, draftedFor, cities }: Concerned): Audience =>
  of([...parties, draftedFor, ...cities], ['head', 'coordinator', 'city-official'])

/** Who hears on each rung (AG43): who sees to it, or everybody who works there while nobody is named; then higher and higher. */
const audienceOf = (rung: Rung, row: ObligationRow, concerned: Concerned): Audience => {
  switch (rung) {
    case 'owner':
      return row.responsible_id === null ? of([row.institution_id], ['head', 'coordinator']) : of([], [], [row.responsible_id])
    case 'head':
      return of([row.institution_id], ['head'], row.responsible_id === null ? [] : [row.responsible_id])
    case 'coordinator':
      return of([row.institution_id, concerned.draftedFor], ['head', 'coordinator'])
    case 'steering-group':
      return steeringGroup(concerned)
  }
}

const about = (row: ObligationRow, at: Instant, actorId: PersonId | null, audience: Audience) => ({
  agreementId: row.agreement_id,
  networkId: row.network_id,
  obligationId: row.id,
  institutionId: row.institution_id,
  at,
  actorId,
  audience,
})

const nobody: Audience = of([], [])
const owner = (row: ObligationRow): Audience =>
  of([row.institution_id], ['head', 'coordinator'], row.responsible_id === null ? [] : [row.responsible_id])
const both = (a: Audience, b: Audience): Audience =>
  of([...a.institutionIds, ...b.institutionIds], [...new Set([...a.roles, ...b.roles])], [...a.personIds, ...b.personIds])

/** Something that happened to an obligation. */
export type ObligationHappened =
  | { readonly kind: 'moved'; readonly state: ObligationState; readonly dueAt: Instant }
  | { readonly kind: 'reminded'; readonly rung: Rung; readonly dueAt: Instant }
  | { readonly kind: 'broken'; readonly dueAt: Instant }
  | { readonly kind: 'kept' | 'disputed' | 'commented' }
  | { readonly kind: 'settled'; readonly outcome: 'kept' | 'not-kept' | 'waived'; readonly disputedBy: PersonId | null }

/** Tells the others, in the transaction that keeps it. */
export const tell = async (
  trx: Store,
  row: ObligationRow,
  concerned: Concerned,
  happened: ObligationHappened,
  by: { readonly at: Instant; readonly actorId: PersonId | null },
): Promise<unknown> => {
  const facts = (audience: Audience) => about(row, by.at, by.actorId, audience)
  const concernedHere = both(owner(row), coordinator(concerned))
  switch (happened.kind) {
    case 'moved':
      return emit(trx, obligationMoved, { ...facts(nobody), state: happened.state, dueAt: happened.dueAt })
    case 'reminded':
      return emit(trx, obligationReminded, {
        ...facts(audienceOf(happened.rung, row, concerned)),
        rung: happened.rung,
        dueAt: happened.dueAt,
      })
    case 'broken':
      return emit(trx, obligationBroken, { ...facts(steeringGroup(concerned)), dueAt: happened.dueAt })
    case 'kept':
      return emit(trx, obligationKept, facts(coordinator(concerned)))
    case 'disputed':
      return emit(trx, obligationDisputed, facts(concernedHere))
    case 'commented':
      return emit(trx, obligationCommented, facts(concernedHere))
    case 'settled': {
      const disputer = of([], [], happened.disputedBy === null ? [] : [happened.disputedBy])
      return emit(trx, obligationSettled, { ...facts(both(owner(row), disputer)), outcome: happened.outcome })
    }
  }
}

/** One deed about an obligation in the audit chain of its agreement. */
export const auditObligation = (trx: Store, row: ObligationRow, action: string, actor: Subject): Promise<void> =>
  record(trx, {
    chain: `agreement:${row.agreement_id}`,
    action,
    actor: { personId: actor.personId, institutionId: actor.institutionId },
    refs: { agreementId: row.agreement_id, networkId: row.network_id, obligationId: row.id },
  })
