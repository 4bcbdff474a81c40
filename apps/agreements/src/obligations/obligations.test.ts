import type {
  AgreementDetail,
  EvidenceFacts,
  ObligationDetail,
  ObligationId,
  ObligationSummary,
  ObligationTermId,
} from '@mreza/contracts-agreements'
import { dutyMeasured } from '@mreza/contracts-conferences'
import type { Instant } from '@mreza/contracts-kernel'
import { asSubject } from '@mreza/db'
import { eventually, happens } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type City, inForceIn, openWorld, type Person, signWith, type World } from '../agreements-for-tests.ts'
import { lookAtTerms } from './look-at-terms.ts'

let world: World
let city: City
let agreement: AgreementDetail
let head: Person
let practitioner: Person
/** An obligation of the centre, and its term that a test kept. */
let kept: { readonly id: ObligationId; readonly termId: ObligationTermId }

const worker = () => world.database.pools('agreements').worker as Parameters<typeof lookAtTerms>[0]
const daysAfter = (moment: Instant, days: number): Instant => new Date(Date.parse(moment) + days * 86_400_000).toISOString()
const list = (person: Person = city.coordinator, more = {}) => person.calls.listObligations({ networkId: city.networkId, ...more })
const read = (obligationId: ObligationId, person: Person = city.coordinator) => person.calls.readObligation({ obligationId })
const document: EvidenceFacts = { kind: 'document', title: 'Yearly report', number: '12/26', on: '2026-01-05' }

beforeAll(async () => {
  world = await openWorld()
  city = await world.foundCity()
  head = await world.signIn(city.centre, 'head')
  practitioner = await world.signIn(city.centre, 'practitioner')
  agreement = await inForceIn(world, city)
  world.bus.bus.relay({ db: world.database.pools('elsewhere').worker, schema: 'elsewhere' })
})
afterAll(() => world.dispose())

/** An obligation of the social welfare centre that people report. */
const ours = async (): Promise<ObligationSummary> =>
  eventually(async () => {
    const found = (await list()).find(
      ({ institutionId, promised, clause }) =>
        institutionId === city.centre.id &&
        promised === null &&
        agreement.content.obligations.find(({ id }) => id === clause)?.observes === undefined,
    )
    if (found === undefined) throw new Error('not begun yet')
    return found
  })

describe('the register of obligations', () => {
  it('AG40: begins by itself when an agreement comes into force, for each bound party of a sector, once however often it is told', async () => {
    const wanted = agreement.content.obligations.flatMap(({ id, party }) =>
      agreement.parties
        .filter(({ sector, standing }) => sector === party && standing.state === 'signed')
        .map(({ institutionId }) => `${id} ${institutionId}`),
    )
    await eventually(async () =>
      expect((await list()).map(({ clause, institutionId }) => `${clause} ${institutionId}`).sort()).toEqual(wanted.sort()),
    )
    expect(wanted.length).toBeGreaterThan(0)
  })

  it('AG40: a party that signs later owes from then on', async () => {
    const late = agreement.parties.find(({ standing }) => standing.state !== 'signed')
    const clauses = agreement.content.obligations.filter(({ party }) => party === late?.sector)
    if (late === undefined) throw new Error('everybody has signed')
    const [institution] = [city.prosecution, city.health, city.school, city.police].filter(({ id }) => id === late.institutionId)
    if (institution === undefined) throw new Error('unknown party')
    const signer = await world.signIn(institution, 'head')
    await signWith(signer, agreement)
    await eventually(async () => expect((await list(city.coordinator, { institutionId: institution.id })).length).toBe(clauses.length))
  })

  it('AG41, AG43: what nobody keeps climbs the ladder, each rung once, and is broken at last; with the next term behind it', async () => {
    const { id, term } = await ours()
    for (const days of [-14, 0, 0, 7, 30, 30, 60, 61]) await lookAtTerms(worker(), daysAfter(term.dueAt, days))
    const detail = await read(id)
    const first = detail.terms.find(({ number }) => number === 1)
    expect(first?.reminders.map(({ rung }) => rung)).toEqual(['owner', 'head', 'coordinator', 'steering-group'])
    expect(first?.state).toBe('broken')
    const events = await world.database.admin
      .withSchema('agreements')
      .selectFrom('outbox' as never)
      .select(['subject', 'data'] as never[])
      .where(sql<boolean>`data ->> 'obligationId' = ${id}`)
      .execute()
    const subjects = (events as { subject: string }[]).map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.includes('.reminded.'))).toHaveLength(4)
    expect(subjects.filter((subject) => subject.includes('.broken.'))).toHaveLength(1)
  })

  it('AG44: evidence with its document keeps the term, and is given back as it came', async () => {
    const { id, term } = await ours()
    const bytes = Buffer.from('%PDF-1.7 nothing').toString('base64')
    const file = { name: 'report.pdf', mediaType: 'application/pdf' as const, bytes }
    const reported = await practitioner.calls.reportEvidence({ obligationId: id, termId: term.id, evidence: document, file })
    const [one] = reported.terms.find(({ id: termId }) => termId === term.id)?.evidence ?? []
    expect(stateIn(reported, term.id)).toBe('kept')
    kept = { id, termId: term.id }
    if (one === undefined) throw new Error('no evidence')
    expect((await head.calls.readEvidenceFile({ obligationId: id, evidenceId: one.id })).bytes).toBe(bytes)
    const script = { ...file, mediaType: 'image/png' as const }
    await expect(
      practitioner.calls.reportEvidence({ obligationId: id, termId: term.id, evidence: document, file: script }),
    ).rejects.toThrow('page-not-readable')
  })

  it('AG45: another institution disputes it, and neither who owes it nor who disputes it settles that alone', async () => {
    const { id, termId } = kept
    const police = await world.signIn(city.police, 'head')
    const official = await world.signIn(await world.found('local-government', city.networkId), 'city-official')
    await expect(head.calls.disputeTerm({ obligationId: id, termId, reason: 'Of our own' })).rejects.toThrow('of-the-one-who-owes')
    const disputed = await police.calls.disputeTerm({ obligationId: id, termId, reason: 'It was never sent to us' })
    expect(stateIn(disputed, termId)).toBe('disputed')
    const settlement = { obligationId: id, termId, outcome: 'not-kept' as const, reason: 'Only half of it was there' }
    await expect(city.coordinator.calls.settleDispute(settlement)).rejects.toThrow('of-the-one-who-owes')
    await expect(police.calls.settleDispute(settlement)).rejects.toThrow('not-allowed')
    const settled = await official.calls.settleDispute(settlement)
    expect(stateIn(settled, termId)).not.toBe('kept')
    expect(settled.terms.find((term) => term.id === termId)?.dispute?.settled?.outcome).toBe('not-kept')
  })

  it('AG42, AG46: who sees to it is named, a term is waived by a decision of others, and everybody may say something', async () => {
    const { id, term } = await ours()
    const { personId } = practitioner.session.subject
    await expect(practitioner.calls.nameResponsible({ obligationId: id, responsibleId: personId })).rejects.toThrow('not-allowed')
    expect((await head.calls.nameResponsible({ obligationId: id, responsibleId: personId })).responsibleId).toBe(personId)
    const official = await world.signIn(await world.found('local-government', city.networkId), 'city-official')
    const decision = { number: '7/26', date: '2026-02-01', issuedBy: 'City Council' }
    const waiver = { obligationId: id, termId: term.id, reason: 'The service was closed', decision }
    await expect(city.coordinator.calls.waiveTerm(waiver)).rejects.toThrow('of-the-one-who-owes')
    const waived = await official.calls.waiveTerm(waiver)
    expect(stateIn(waived, term.id)).toBe('waived')
    const said = await practitioner.calls.commentObligation({ obligationId: id, text: 'Handed over in person.' })
    expect(said.comments.map(({ text }) => text)).toContain('Handed over in person.')
  })

  it('AG44: what conferences and referrals show is counted for whom it concerns', async () => {
    const measured = { at: new Date().toISOString(), networkId: city.networkId, actorId: null, audience: {}, institutionId: city.centre.id }
    for (const met of [true, true, false])
      await happens(world.database, dutyMeasured, { ...measured, duty: 'conference-held-in-time', met })
    await eventually(async () =>
      expect(
        await world.admin.selectFrom('observed_duty').select('met').where('institution_id', '=', city.centre.id).execute(),
      ).toHaveLength(3),
    )
  })

  it('AG11: obligations are seen in their network and by nobody else, rows included', async () => {
    const other = await world.foundCity()
    const { id } = await ours()
    expect(await list(other.coordinator)).toEqual([])
    await expect(read(id, other.coordinator)).rejects.toThrow('not-found')
    const seen = (table: string) =>
      asSubject(world.database.pools('agreements').runtime, other.coordinator.session.databaseKey, (trx) =>
        sql`select * from ${sql.table(table)}`.execute(trx),
      )
    for (const table of [
      'obligation',
      'obligation_term',
      'obligation_evidence',
      'evidence_file',
      'obligation_dispute',
      'obligation_comment',
    ])
      expect((await seen(table)).rows).toEqual([])
  })
})

const stateIn = (detail: ObligationDetail, termId: string) => detail.terms.find(({ id }) => id === termId)?.state
