import { verifyChains } from '@mreza/audit'
import type { AgreementDetail } from '@mreza/contracts-agreements'
import { asSubject, newId } from '@mreza/db'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type City,
  deedsOf,
  draftIn,
  type Institution,
  inForceIn,
  newsOf,
  openWorld,
  type Person,
  partiesOf,
  sentIn,
  signWith,
  toldOf,
  type World,
} from '../agreements-for-tests.ts'
import { lookAtAgreements } from '../clocks/look-at-agreements.ts'
import { loadAgreement } from '../store/load-agreements.ts'
import type { AgreementsTables } from '../store/tables.ts'

let world: World
let city: City

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  city = await world.foundCity()
})
afterAll(() => world.dispose())

const today = new Date().toISOString().slice(0, 10)
const decision = { number: '06-12/2026', date: today, issuedBy: 'City assembly' }
const reason = 'As was agreed'
const headOf = (institution: Institution) => world.signIn(institution, 'head')
const signAs = async (institution: Institution, agreement: AgreementDetail) => signWith(await headOf(institution), agreement)
const partyIn = (agreement: AgreementDetail, { id }: Institution) => agreement.parties.find(({ institutionId }) => institutionId === id)
const read = (id: AgreementDetail['id']) => city.coordinator.calls.readAgreement({ agreementId: id })
const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
/** Looks as several instances do at once, until nothing is left to do. */
const look = async (now: string) => {
  const { worker } = world.database.pools<AgreementsTables>('agreements')
  while ((await Promise.all([1, 2, 3].map(() => lookAtAgreements(worker, now)))).some((done) => done > 0));
}
const chainsHold = async () => expect((await verifyChains(world.database.pools('agreements').worker, 'agreements')).broken).toEqual([])

describe('before it is sent', () => {
  it('AG13: negotiated, agreed, sent by the end of a day; told and audited', async () => {
    const { id: agreementId } = await draftIn(city)
    const { calls } = city.coordinator
    expect(await calls.openNegotiation({ agreementId })).toMatchObject({ state: 'negotiation' })
    await expect(calls.sendAgreement({ agreementId })).rejects.toMatchObject({ code: 'not-ready-to-send' })
    expect(await calls.markReady({ agreementId })).toMatchObject({ state: 'ready' })
    await expect(calls.sendAgreement({ agreementId, signBy: '2020-01-01' })).rejects.toMatchObject({
      code: 'deadline-in-the-past',
      field: 'signBy',
    })
    const signBy = inDays(30).slice(0, 10)
    const sent = await calls.sendAgreement({ agreementId, signBy })
    expect(sent.signBy?.slice(0, 10)).toBe(signBy)
    expect(await newsOf(world, agreementId)).toEqual(['negotiation-opened', 'made-ready', 'sent'])
    expect(await deedsOf(world, agreementId)).toEqual(['draft-agreement', 'open-negotiation', 'mark-ready', 'send-agreement'])
    expect((await read(agreementId)).steps.map(({ kind }) => kind)).toEqual(['made-ready', 'negotiation-opened'])
  })

  it('AG20: the parties are asked in rounds, the next when the one before has answered', async () => {
    const { id: agreementId } = await draftIn(city)
    const [first, second] = [
      [city.centre, city.police],
      [city.school, city.health, city.prosecution],
    ]
    const rounds = [
      { name: 'Who leads', partyIds: first.map(({ id }) => id) },
      { name: 'Everybody else', partyIds: second.map(({ id }) => id) },
    ]
    expect((await city.coordinator.calls.setSigningOrder({ agreementId, rounds })).rounds).toEqual([
      { name: 'Who leads' },
      { name: 'Everybody else' },
    ])
    const sent = await city.coordinator.calls.sendAgreement({ agreementId })
    expect(partyIn(sent, city.school)).toMatchObject({ round: 2, standing: { state: 'named' } })
    expect((await toldOf(world, agreementId)).at(-1)?.data).toMatchObject({ askedIds: first.map(({ id }) => id) })
    const school = await headOf(city.school)
    expect(await school.calls.listAwaitingMySignature({})).toEqual([])
    await expect(signWith(school, sent)).rejects.toMatchObject({ code: 'not-your-turn' })
    await signAs(city.police, sent)
    await (await headOf(city.centre)).calls.declineAgreement({ agreementId, reason })
    expect((await toldOf(world, agreementId)).at(-1)).toMatchObject({
      subject: 'mreza.agreements.agreement.parties-asked.v1',
      data: { why: 'round', partyIds: second.map(({ id }) => id), audience: { roles: ['head'] } },
    })
    expect(await school.calls.listAwaitingMySignature({})).toHaveLength(1)
    expect(partyIn(await signWith(school, sent), city.school)).toMatchObject({ standing: { state: 'signed' } })
  })
})

describe('who signs, and how', () => {
  const deputyOf = async (institution: Institution, recordedBy: Person): Promise<Person> => {
    const deputy = await world.signIn(institution, 'practitioner')
    const { personId } = deputy.session.subject
    await recordedBy.calls.recordDeputy({ institutionId: institution.id, personId, decision, until: null })
    return deputy
  }

  it('AG22: a deputy signs by the decision that their head recorded, and the signature keeps it when the deputy is none any more', async () => {
    const agreement = await sentIn(city)
    const head = await headOf(city.police)
    const stranger = await world.signIn(city.police, 'practitioner')
    await expect(signWith(stranger, agreement)).rejects.toMatchObject({ code: 'not-allowed' })
    const deputy = await deputyOf(city.police, head)
    expect(await deputy.calls.listAwaitingMySignature({})).toHaveLength(1)
    const signed = await signWith(deputy, agreement)
    expect(partyIn(signed, city.police)?.standing).toMatchObject({
      state: 'signed',
      signedBy: deputy.session.subject.personId,
      entitlement: { as: 'deputy', decision },
    })
    const [known] = await head.calls.listDeputies({ institutionId: city.police.id })
    for (let twice = 0; twice < 2; twice += 1) await head.calls.endDeputy({ deputyId: known?.id as never })
    const next = await sentIn(city)
    await expect(signWith(deputy, next)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(partyIn(await read(agreement.id), city.police)?.standing).toMatchObject({ entitlement: { as: 'deputy', decision } })
    await chainsHold()
  })

  it('AG22: nobody records themselves, nobody of another institution, and a deputy of one institution is none of another', async () => {
    const agreement = await sentIn(city)
    const head = await headOf(city.police)
    const given = { institutionId: city.police.id, decision, until: null }
    await expect(head.calls.recordDeputy({ ...given, personId: head.session.subject.personId })).rejects.toMatchObject({
      code: 'deputy-by-oneself',
    })
    const other = await headOf(city.school)
    await expect(other.calls.recordDeputy({ ...given, personId: newId<'PersonId'>() })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(head.calls.recordDeputy({ ...given, personId: newId<'PersonId'>(), until: '2020-01-01' })).rejects.toMatchObject({
      code: 'deadline-in-the-past',
    })
    const deputy = await deputyOf(city.school, city.coordinator)
    const elsewhere = await world.signIn(city.police, 'practitioner')
    expect(deputy.session.subject.institutionId).toBe(city.school.id)
    await expect(signWith(elsewhere, agreement)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('AG24: a party whose council must be asked signs after its yes', async () => {
    const agreement = await sentIn(city)
    const head = await headOf(city.police)
    const { id: agreementId } = agreement
    await head.calls.recordCouncilStep({ agreementId, step: { state: 'needed' } })
    await expect(signWith(head, agreement)).rejects.toMatchObject({ code: 'council-not-asked' })
    await head.calls.recordCouncilStep({ agreementId, step: { state: 'asked', on: today } })
    await head.calls.recordCouncilStep({ agreementId, step: { state: 'decided', yes: true, decision } })
    await expect(city.coordinator.calls.recordCouncilStep({ agreementId, step: { state: 'needed' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(partyIn(await signWith(head, agreement), city.police)).toMatchObject({ council: { state: 'decided', yes: true, decision } })
    expect(await newsOf(world, agreementId)).toEqual(['sent', 'council-step', 'council-step', 'council-step', 'signed'])
  })

  const page = { mediaType: 'application/pdf' as const, bytes: Buffer.from('%PDF-1.7 a page').toString('base64') }
  const onPaper = (agreement: AgreementDetail, institution: Institution, given: Partial<typeof page> = {}) => ({
    agreementId: agreement.id,
    institutionId: institution.id,
    signedOn: today,
    signerName: 'Marko Marković',
    signerFunction: 'Načelnik',
    decision: null,
    page: { ...page, ...given },
  })

  it('AG23: a signature on paper counts once a second person has seen the page, and may bring it into force (AG8)', async () => {
    const agreement = await sentIn(city)
    for (const party of [city.centre, city.police, city.school]) await signAs(party, agreement)
    const recorded = await city.coordinator.calls.recordWetInk(onPaper(agreement, city.health))
    const wetInk = partyIn(recorded, city.health)?.wetInk
    expect(recorded.state).toBe('sent')
    const wish = { agreementId: agreement.id, wetInkId: wetInk?.id as never }
    await expect(city.coordinator.calls.confirmWetInk(wish)).rejects.toMatchObject({ code: 'same-person' })
    await expect((await world.signIn(city.health, 'practitioner')).calls.confirmWetInk(wish)).rejects.toMatchObject({ code: 'not-allowed' })
    const council = await world.found('local-government', city.networkId)
    const official = await world.signIn(council, 'city-official')
    expect(await official.calls.readWetInkPage(wish)).toMatchObject({
      bytes: page.bytes,
      sha256: wetInk?.pageHash,
      mediaType: page.mediaType,
    })
    const confirmed = await official.calls.confirmWetInk(wish)
    expect(confirmed.state).toBe('in-force')
    expect(partyIn(confirmed, city.health)).toMatchObject({
      wetInk: null,
      standing: { state: 'signed', signedBy: null, how: { method: 'wet-ink', confirmedBy: official.session.subject.personId } },
    })
    expect(await read(agreement.id)).toEqual(await official.calls.readAgreement({ agreementId: agreement.id }))
    await expect(official.calls.confirmWetInk(wish)).rejects.toMatchObject({ code: 'not-found' })
    await chainsHold()
  })

  it('AG23: what is no page is refused, one page waits at a time, and a page that does not show it is rejected with a reason', async () => {
    const agreement = await sentIn(city)
    const { calls } = city.coordinator
    await expect(
      calls.recordWetInk(onPaper(agreement, city.health, { bytes: Buffer.from('<html>').toString('base64') })),
    ).rejects.toMatchObject({
      code: 'page-not-readable',
    })
    const recorded = await calls.recordWetInk(onPaper(agreement, city.health))
    await expect(calls.recordWetInk(onPaper(agreement, city.health))).rejects.toMatchObject({ code: 'page-already-waits' })
    const wetInkId = partyIn(recorded, city.health)?.wetInk?.id as never
    const head = await headOf(city.health)
    const rejected = await head.calls.rejectWetInk({ agreementId: agreement.id, wetInkId, reason: 'The page is of another text' })
    expect(partyIn(rejected, city.health)).toMatchObject({ wetInk: null, standing: { state: 'asked' } })
    expect(rejected.steps[0]).toMatchObject({ kind: 'wet-ink-rejected', reason: 'The page is of another text' })
    expect(await newsOf(world, agreement.id)).toEqual(['sent', 'wet-ink-recorded', 'wet-ink-rejected'])
  })
})

describe('in force', () => {
  it('AG25: who is invited accedes by signing the same text', async () => {
    const agreement = await inForceIn(world, city)
    const employment = await world.found('employment', city.networkId)
    const { calls } = city.coordinator
    const invited = await calls.inviteToAccede({ agreementId: agreement.id, institutionId: employment.id })
    expect(partyIn(invited, employment)).toMatchObject({ standing: { state: 'asked' }, required: false })
    await expect(calls.inviteToAccede({ agreementId: agreement.id, institutionId: employment.id })).rejects.toMatchObject({
      code: 'already-a-party',
    })
    const acceded = await signAs(employment, agreement)
    expect(partyIn(acceded, employment)?.standing).toMatchObject({ state: 'signed', textHash: agreement.textHash })
    expect((await newsOf(world, agreement.id)).slice(-3)).toEqual(['parties-asked', 'signed', 'party-acceded'])
    const media = await world.found('media', city.networkId)
    await expect(calls.inviteToAccede({ agreementId: agreement.id, institutionId: media.id })).rejects.toMatchObject({
      code: 'no-place-for-sector',
    })
  })

  it('AG26: notice is given with a reason, taken back or run out; when too few are left it ends, once, however many clocks look', async () => {
    const agreement = await inForceIn(world, city)
    const head = await headOf(city.police)
    const { id: agreementId } = agreement
    await expect((await headOf(city.prosecution)).calls.announceWithdrawal({ agreementId, reason })).rejects.toMatchObject({
      code: 'not-signed',
    })
    await head.calls.announceWithdrawal({ agreementId, reason })
    expect(partyIn(await head.calls.revokeWithdrawal({ agreementId }), city.police)?.standing.state).toBe('signed')
    const leaving = await head.calls.announceWithdrawal({ agreementId, reason: 'We merge with another' })
    expect(partyIn(leaving, city.police)?.standing).toMatchObject({ state: 'withdrawing', reason: 'We merge with another' })
    await look(inDays(1))
    expect(partyIn(await read(agreementId), city.police)?.standing.state).toBe('withdrawing')
    await look(inDays(400))
    const ended = await read(agreementId)
    expect(ended).toMatchObject({ state: 'ended', endedWhy: 'too-few-parties' })
    expect(partyIn(ended, city.police)?.standing).toMatchObject({ state: 'withdrawn', textHash: agreement.textHash })
    const news = await newsOf(world, agreementId)
    expect(news.filter((what) => what === 'party-withdrew' || what === 'ended')).toEqual(['party-withdrew', 'ended'])
    await chainsHold()
  })

  it('AG27: an amendment is a new version that goes the same way and takes the place of the old at its own entry into force', async () => {
    const agreement = await inForceIn(world, city)
    const { calls } = city.coordinator
    const wish = { agreementId: agreement.id, reason, text: 'newest-template' as const }
    const draft = await calls.amendAgreement(wish)
    expect(draft).toMatchObject({ state: 'draft', amends: agreement.id })
    expect(draft.parties.map(({ institutionId }) => institutionId)).toEqual(partiesOf(city).map(({ id }) => id))
    await expect(calls.amendAgreement(wish)).rejects.toMatchObject({ code: 'already-being-amended' })
    expect((await read(agreement.id)).amendment).toBe(draft.id)
    const sent = await calls.sendAgreement({ agreementId: draft.id })
    for (const party of [city.centre, city.police, city.school]) await signAs(party, sent)
    expect((await read(agreement.id)).state).toBe('in-force')
    expect((await signAs(city.health, sent)).state).toBe('in-force')
    expect(await read(agreement.id)).toMatchObject({ state: 'ended', endedWhy: 'replaced', amendment: null })
    expect((await toldOf(world, draft.id)).at(-1)?.data).toMatchObject({ amends: agreement.id })
  })

  it('AG28 and AG29: reviewed, suspended, resumed and ended, each with reason and decision, and by the coordinator alone', async () => {
    const { id: agreementId } = await inForceIn(world, city)
    const { calls } = city.coordinator
    const decided = { agreementId, reason, decision }
    for (const person of [await headOf(city.police), await world.signIn(city.centre, 'practitioner')])
      await expect(person.calls.suspendAgreement(decided)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await calls.beginReview({ agreementId, reason })).toMatchObject({ state: 'under-review' })
    expect(await calls.concludeReview({ agreementId, reason, outcome: 'keep' })).toMatchObject({ state: 'in-force' })
    await expect(calls.suspendAgreement({ ...decided, decision: { ...decision, date: '2999-01-01' } })).rejects.toMatchObject({
      code: 'decision-in-the-future',
      field: 'decision.date',
    })
    expect(await calls.suspendAgreement(decided)).toMatchObject({ state: 'suspended' })
    expect(await calls.resumeAgreement(decided)).toMatchObject({ state: 'in-force', suspendedAt: null })
    const ended = await calls.terminateAgreement(decided)
    expect(ended).toMatchObject({ state: 'ended', endedWhy: 'terminated' })
    expect(ended.steps.map(({ kind }) => kind)).toEqual(['terminated', 'resumed', 'suspended', 'review-concluded', 'review-begun'])
    expect(ended.steps[0]).toMatchObject({ reason, decision, by: city.coordinator.session.subject.personId })
    expect((await newsOf(world, agreementId)).slice(-5)).toEqual(['review-begun', 'review-concluded', 'suspended', 'resumed', 'ended'])
    await expect(calls.resumeAgreement(decided)).rejects.toMatchObject({ code: 'not-suspended' })
  })

  it('AG29: a suspended version gives its place only to one that comes into force', async () => {
    const first = await inForceIn(world, city)
    await city.coordinator.calls.suspendAgreement({ agreementId: first.id, reason, decision })
    const second = await inForceIn(world, city)
    expect(await read(first.id)).toMatchObject({ state: 'ended', endedAt: second.inForceAt, suspendedAt: null })
  })
})

describe('the clock of agreements', () => {
  it('AG19 and AG28: reminds, warns and lets lapse, each once however many look and however long nobody looked', async () => {
    const agreement = await sentIn(city)
    await signAs(city.centre, agreement)
    const since = async () => (await newsOf(world, agreement.id)).slice(2)
    await look(inDays(6))
    expect(await since()).toEqual([])
    await look(inDays(8))
    expect(await since()).toEqual(Array(4).fill('signature-reminded'))
    await look(inDays(8))
    expect(await since()).toHaveLength(4)
    await look(inDays(40))
    expect(await since()).toHaveLength(8)
    await look(inDays(58))
    expect((await since()).slice(8)).toEqual(['expiring-soon'])
    await look(inDays(62))
    await look(inDays(63))
    expect((await since()).slice(9)).toEqual(['lapsed'])
    expect(await read(agreement.id)).toMatchObject({ state: 'lapsed' })
    expect((await toldOf(world, agreement.id)).at(-1)?.data.actorId).toBeNull()
    await expect(signAs(city.police, agreement)).rejects.toMatchObject({ code: 'not-open-for-signing' })
    expect(await deedsOf(world, agreement.id)).toContain('let-agreement-lapse')
  })

  it('AG28: a review that is due is told once', async () => {
    const agreement = await inForceIn(world, city)
    const due = agreement.reviewDueAt ?? ''
    expect(due > inDays(1)).toBe(true)
    for (const after of [1, 2]) await look(new Date(new Date(due).getTime() + after * 86_400_000).toISOString())
    expect((await newsOf(world, agreement.id)).filter((what) => what === 'review-due')).toHaveLength(1)
  })
})

it('opening an agreement is one statement after the session is set, however many parties it has', async () => {
  const agreement = await sentIn(city)
  const person = await headOf(city.police)
  const statements: string[] = []
  const watched = world.database.pools<AgreementsTables>('agreements').runtime.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const loaded = await asSubject(watched, person.session.databaseKey, (trx) => loadAgreement(trx, agreement.id))
  expect(loaded?.parties).toHaveLength(5)
  expect(statements.filter((kind) => kind === 'SelectQueryNode')).toHaveLength(1)
})

it('AG11: what a stranger of the network reads of the life has no page and no reason for declining', async () => {
  const agreement = await sentIn(city)
  await city.coordinator.calls.recordWetInk({
    agreementId: agreement.id,
    institutionId: city.health.id,
    signedOn: today,
    signerName: 'A name',
    signerFunction: 'Head',
    decision: null,
    page: { mediaType: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64') },
  })
  const stranger = await world.signIn(await world.found('civil-society', city.networkId), 'auditor')
  const seen = await stranger.calls.readAgreement({ agreementId: agreement.id })
  expect(partyIn(seen, city.health)?.wetInk).toBeNull()
  const { rows } = await asSubject(world.database.pools('agreements').runtime, stranger.session.databaseKey, (trx) =>
    sql`select page from wet_ink`.execute(trx),
  )
  expect(rows).toEqual([])
})
