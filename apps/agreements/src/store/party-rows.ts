import type { CouncilStep, Entitlement, HowSigned, Party, PartyStanding, PendingWetInk } from '@mreza/contracts-agreements'
import type { InstitutionId, PersonId, Sector } from '@mreza/contracts-kernel'
import { type RawBuilder, sql } from 'kysely'

/** The latest word of a party: its signature if there is one, else the last time it declined (AG7). */
interface Said {
  readonly kind: 'signed' | 'declined'
  readonly at: string
  readonly by: PersonId | null
  readonly textHash: string | null
  readonly how: HowSigned | null
  readonly entitlement: Entitlement | null
  readonly reason: string | null
}

interface Leaving {
  readonly announcedAt: string
  readonly announcedBy: PersonId
  readonly reason: string
  readonly endsAt: string
  readonly doneAt: string | null
}

/** A party with everything that was said of it, as {@link partiesAsJson} reads it. */
export interface PartyJson {
  readonly institutionId: InstitutionId
  readonly sector: Sector
  readonly required: boolean
  readonly round: number
  readonly invitedAt: string | null
  readonly askedAt: string | null
  readonly council: CouncilStep | null
  readonly wetInk: PendingWetInk | null
  readonly said: Said | null
  readonly leaving: Leaving | null
}

const council = sql`(
  select c.step from council_step c where c.agreement_id = p.agreement_id and c.institution_id = p.institution_id
  order by c.at desc, c.id desc limit 1)`
const wetInk = sql`(
  select w.facts from wet_ink w where w.agreement_id = p.agreement_id and w.institution_id = p.institution_id and w.answered_at is null)`
const said = sql`(
  select jsonb_build_object('kind', s.kind, 'at', s.at, 'by', s.person_id, 'textHash', s.text_hash, 'how', s.how,
    'entitlement', s.entitlement, 'reason', (select r.reason from decline_reason r where r.signature_id = s.id))
  from signature s where s.agreement_id = p.agreement_id and s.institution_id = p.institution_id
  order by (s.kind = 'signed') desc, s.at desc, s.id desc limit 1)`
const leaving = sql`(
  select jsonb_build_object('announcedAt', l.announced_at, 'announcedBy', l.announced_by, 'reason', l.reason, 'endsAt', l.ends_at,
    'doneAt', l.done_at)
  from withdrawal l where l.agreement_id = p.agreement_id and l.institution_id = p.institution_id and l.revoked_at is null)`
const askedAt = sql`coalesce(p.invited_at, (select a.at from round_asked a where a.agreement_id = p.agreement_id and a.round = p.round))`

/** All parties of the row `agreement` of a query, in their order, in one value: no further statement is needed, however many they are. */
export const partiesAsJson: RawBuilder<PartyJson[]> = sql<PartyJson[]>`coalesce((
  select jsonb_agg(jsonb_build_object('institutionId', p.institution_id, 'sector', p.sector, 'required', p.required, 'round', p.round,
    'invitedAt', p.invited_at, 'askedAt', ${askedAt}, 'council', ${council}, 'wetInk', ${wetInk}, 'said', ${said}, 'leaving', ${leaving})
    order by p.position)
  from party p where p.agreement_id = agreement.id), '[]')`

/** A moment as it comes out of a JSON value of the database, as an instant. */
export const instant = (moment: string): string => new Date(moment).toISOString()

const signed = ({ askedAt, said, leaving }: { askedAt: string; said: Said; leaving: Leaving | null }): PartyStanding => {
  const { textHash, how, entitlement } = said
  if (textHash === null || how === null || entitlement === null) throw new Error('a signature without its text')
  const signature = { askedAt, signedAt: instant(said.at), signedBy: said.by, textHash, how, entitlement }
  if (leaving === null) return { state: 'signed', ...signature }
  const { announcedBy, reason, doneAt } = leaving
  const notice = { announcedAt: instant(leaving.announcedAt), announcedBy, reason, endsAt: instant(leaving.endsAt) }
  if (doneAt === null) return { state: 'withdrawing', ...signature, ...notice }
  return { state: 'withdrawn', ...signature, ...notice, withdrawnAt: instant(doneAt) }
}

const standingOf = ({ askedAt, said, leaving }: PartyJson): PartyStanding => {
  if (askedAt === null) return { state: 'named' }
  const asked = instant(askedAt)
  if (said === null) return { state: 'asked', askedAt: asked }
  if (said.kind === 'signed') return signed({ askedAt: asked, said, leaving })
  if (said.by === null) throw new Error('nobody declines on paper')
  return { state: 'declined', askedAt: asked, declinedAt: instant(said.at), declinedBy: said.by, reason: said.reason }
}

/** The party of a row. */
export const partyFrom = (row: PartyJson): Party => {
  const standing = standingOf(row)
  return {
    institutionId: row.institutionId,
    sector: row.sector,
    required: row.required,
    round: row.round,
    council: row.council ?? { state: 'not-needed' },
    invitedAt: row.invitedAt === null ? null : instant(row.invitedAt),
    // Who signed in another way meanwhile needs no page any more.
    wetInk: 'signedAt' in standing ? null : row.wetInk,
    standing,
  }
}
