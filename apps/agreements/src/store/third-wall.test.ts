import { agreementOperations } from '@mreza/contracts-agreements'
import { asSubject, asWorker, checkCatalogue, newId } from '@mreza/db'
import { personClient, testSession, testSubject } from '@mreza/testkit'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type City, draftIn, inForceIn, openWorld, type Person, sentIn, type World } from '../agreements-for-tests.ts'

let world: World
let city: City
let elsewhere: City

beforeAll(async () => {
  world = await openWorld()
  city = await world.foundCity()
  elsewhere = await world.foundCity()
})
afterAll(() => world.dispose())

/** A statement as the service's own role, in this person's session, past every check of the service. */
const as = ({ session }: Pick<Person, 'session'>, statement: RawBuilder<unknown>) =>
  asSubject(world.database.pools('agreements').runtime, session.databaseKey, (trx) => statement.execute(trx))
const seen = async (person: Person, table: string) => (await as(person, sql`select * from ${sql.table(table)}`)).rows.length
/** A decision as deputies are recorded by. */
const decision = '{"number":"1","date":"2026-01-01","issuedBy":"The board"}'
const closed = /row-level security|permission denied/

describe('rows, with the checks of the service out of the way', () => {
  it('AG11: agreements, parties and signatures are seen within the network and by national bodies, and by nobody else', async () => {
    await inForceIn(world, city)
    const national = await world.signIn(await world.found('national-body', null), 'center-officer')
    const inside = [city.coordinator, national]
    for (const role of ['head', 'practitioner', 'city-official', 'auditor'] as const) inside.push(await world.signIn(city.police, role))
    for (const person of inside)
      for (const table of ['agreement', 'party', 'signature']) expect(await seen(person, table)).toBeGreaterThan(0)
    const revoked = await world.signIn(city.police, 'head')
    await revoked.session.revoke()
    const outside = [elsewhere.coordinator, revoked, await world.signIn(city.centre, 'administrator'), await world.signIn(city.centre)]
    for (const person of outside)
      for (const table of ['agreement', 'party', 'signature', 'decline_reason']) expect(await seen(person, table)).toBe(0)
  })

  it('AG11: a reason is seen by parties, coordinator and city official alone, and not by the worker', async () => {
    const agreement = await sentIn(city)
    await (await world.signIn(city.police, 'head')).calls.declineAgreement({ agreementId: agreement.id, reason: 'Between us' })
    const council = await world.found('local-government', city.networkId)
    expect(await seen(await world.signIn(city.school, 'practitioner'), 'decline_reason')).toBe(1)
    expect(await seen(await world.signIn(council, 'city-official'), 'decline_reason')).toBe(1)
    expect(await seen(await world.signIn(council, 'head'), 'decline_reason')).toBe(0)
    expect(await seen(await world.signIn(await world.found('national-body', null), 'center-officer'), 'decline_reason')).toBe(0)
    const worker = await asWorker(world.database.pools('agreements').worker, (trx) => sql`select * from decline_reason`.execute(trx))
    expect(worker.rows).toEqual([])
  })

  it('AG1: only the coordinator of the network adds a draft, and only in their own name', async () => {
    const insert = (person: Person, by = person.session.subject.personId) =>
      as(
        person,
        sql`insert into agreement (id, network_id, template_id, kind, title, content, drafted_at, drafted_by, drafted_for, state)
          values (${newId()}, ${city.networkId}, 'x', 'protocol', '{}', '{}', now(), ${by}, ${city.centre.id}, 'draft')`,
      )
    for (const person of [elsewhere.coordinator, await world.signIn(city.centre, 'head'), await world.signIn(city.centre, 'practitioner')])
      await expect(insert(person)).rejects.toThrow(closed)
    await expect(insert(city.coordinator, newId<'PersonId'>())).rejects.toThrow(closed)
  })

  it('AG3 and AG10: nobody changes text, signatures or reasons once written, nor the parties of what was sent', async () => {
    const agreement = await sentIn(city)
    const head = await world.signIn(city.police, 'head')
    for (const person of [city.coordinator, head]) {
      await expect(as(person, sql`update agreement set content = '{}'`)).rejects.toThrow(closed)
      await expect(as(person, sql`delete from agreement`)).rejects.toThrow(closed)
      await expect(as(person, sql`update signature set at = now()`)).rejects.toThrow(closed)
      await expect(as(person, sql`delete from signature`)).rejects.toThrow(closed)
      await expect(as(person, sql`update decline_reason set reason = 'x'`)).rejects.toThrow(closed)
      expect((await as(person, sql`delete from party where agreement_id = ${agreement.id}`)).numAffectedRows).toBe(0n)
    }
    const { id } = await world.found('police', city.networkId)
    await expect(
      as(
        city.coordinator,
        sql`insert into party (agreement_id, network_id, template_id, institution_id, sector, required, position)
          values (${agreement.id}, ${city.networkId}, ${agreement.templateId}, ${id}, 'police', false, 9)`,
      ),
    ).rejects.toThrow(closed)
  })

  it('AG4 and AG5: a signature is added only by the head of that party, in their own name, of the text that was sent', async () => {
    const agreement = await sentIn(city)
    const head = await world.signIn(city.police, 'head')
    const insert = (person: Person, given: { by?: string; hash?: string; of?: string; agreementId?: string } = {}) =>
      as(
        person,
        sql`insert into signature (id, agreement_id, network_id, institution_id, kind, at, person_id, text_hash, how, entitlement)
          values (${newId()}, ${given.agreementId ?? agreement.id}, ${city.networkId}, ${given.of ?? city.police.id}, 'signed', now(),
            ${given.by ?? person.session.subject.personId}, ${given.hash ?? agreement.textHash},
            '{"method":"recorded","confirmedBy":"password"}', '{"as":"head"}')`,
      )
    const draft = await draftIn(city)
    await expect(insert(await world.signIn(city.police, 'practitioner'))).rejects.toThrow(closed)
    await expect(insert(city.coordinator)).rejects.toThrow(closed)
    await expect(insert(head, { of: city.school.id })).rejects.toThrow(closed)
    await expect(insert(head, { by: newId() })).rejects.toThrow(closed)
    await expect(insert(head, { hash: 'b'.repeat(64) })).rejects.toThrow(closed)
    await expect(insert(head, { agreementId: draft.id })).rejects.toThrow(closed)
    await insert(head)
    await expect(insert(head)).rejects.toThrow(/signature_once/)
  })

  it('AG22: a deputy is recorded by the head or the coordinator, never by the one who deputises, and signs for that institution alone', async () => {
    const head = await world.signIn(city.police, 'head')
    const deputy = await world.signIn(city.police, 'practitioner')
    const { personId } = deputy.session.subject
    const insert = (person: Person, of = city.police.id, whom = personId, by = person.session.subject.personId) =>
      as(
        person,
        sql`insert into deputy (id, institution_id, network_id, person_id, decision, recorded_at, recorded_by)
          values (${newId()}, ${of}, ${city.networkId}, ${whom}, ${decision}, now(), ${by})`,
      )
    for (const person of [deputy, elsewhere.coordinator, await world.signIn(city.school, 'head')])
      await expect(insert(person)).rejects.toThrow(closed)
    await expect(insert(head, city.police.id, personId, newId<'PersonId'>())).rejects.toThrow(closed)
    await expect(insert(head, city.police.id, head.session.subject.personId)).rejects.toThrow(/deputy_check/)
    await insert(head)
    expect((await as(deputy, sql`update deputy set ended_at = now()`)).numAffectedRows).toBe(0n)
    await expect(as(head, sql`update deputy set person_id = ${newId()}`)).rejects.toThrow(closed)
    const agreement = await sentIn(city)
    const sign = (of: string) =>
      as(
        deputy,
        sql`insert into signature (id, agreement_id, network_id, institution_id, kind, at, person_id, text_hash, how, entitlement)
          values (${newId()}, ${agreement.id}, ${city.networkId}, ${of}, 'signed', now(), ${personId}, ${agreement.textHash},
            '{"method":"recorded","confirmedBy":"password"}', '{"as":"deputy"}')`,
      )
    await expect(sign(city.school.id)).rejects.toThrow(closed)
    await sign(city.police.id)
    await as(head, sql`update deputy set ended_at = now()`)
    await expect(sign(city.police.id)).rejects.toThrow(closed)
  })

  it('AG23: a page is recorded by the coordinator, answered by another person, and a signature on paper stands on a confirmed page alone', async () => {
    const agreement = await sentIn(city)
    const [head, id] = [await world.signIn(city.health, 'head'), newId()]
    const me = ({ session }: Person) => session.subject.personId
    const insert = (person: Person, by = me(person)) =>
      as(
        person,
        sql`insert into wet_ink (id, agreement_id, network_id, template_id, institution_id, facts, recorded_by, page)
          values (${id}, ${agreement.id}, ${city.networkId}, ${agreement.templateId}, ${city.health.id}, '{}', ${by}, 'x')`,
      )
    const sign = (person: Person) =>
      as(
        person,
        sql`insert into signature (id, agreement_id, network_id, institution_id, kind, at, person_id, text_hash, how, entitlement, wet_ink_id)
          values (${newId()}, ${agreement.id}, ${city.networkId}, ${city.health.id}, 'signed', now(), null, ${agreement.textHash},
            '{"method":"wet-ink"}', '{"as":"head"}', ${id})`,
      )
    for (const person of [head, elsewhere.coordinator]) await expect(insert(person)).rejects.toThrow(closed)
    await expect(insert(city.coordinator, me(head))).rejects.toThrow(closed)
    await insert(city.coordinator)
    await expect(sign(head)).rejects.toThrow(closed)
    const answer = (person: Person, by = me(person)) =>
      as(person, sql`update wet_ink set answer = 'confirmed', answered_at = now(), answered_by = ${by} where id = ${id}`)
    await expect(answer(city.coordinator)).rejects.toThrow(/wet_ink_check/)
    await expect(answer(head, me(city.coordinator))).rejects.toThrow(closed)
    expect((await answer(await world.signIn(city.health, 'practitioner'))).numAffectedRows).toBe(0n)
    await answer(head)
    expect((await answer(await world.signIn(city.police, 'head'))).numAffectedRows).toBe(0n)
    await expect(as(head, sql`update wet_ink set page = 'y'`)).rejects.toThrow(closed)
    await expect(sign(city.coordinator)).rejects.toThrow(closed)
    await sign(head)
    const worker = await asWorker(world.database.pools('agreements').worker, (trx) => sql`select page from wet_ink`.execute(trx))
    expect(worker.rows).toEqual([])
  })

  it('AG24, AG26 and AG30: councils and notices are a head’s own, steps are said in one’s own name, and nothing of it is changed later', async () => {
    const agreement = await inForceIn(world, city)
    const head = await world.signIn(city.police, 'head')
    const { personId } = head.session.subject
    const whose = sql`${newId()}, ${agreement.id}, ${city.networkId}`
    const council = (person: Person, of = city.police.id) =>
      as(
        person,
        sql`insert into council_step (id, agreement_id, network_id, institution_id, at, person_id, step)
        values (${newId()}, ${agreement.id}, ${city.networkId}, ${of}, now(), ${person.session.subject.personId}, '{}')`,
      )
    const notice = (person: Person, of = city.police.id) =>
      as(
        person,
        sql`insert into withdrawal (id, agreement_id, network_id, institution_id, announced_at, announced_by, reason, ends_at)
        values (${newId()}, ${agreement.id}, ${city.networkId}, ${of}, now(), ${person.session.subject.personId}, 'x', now())`,
      )
    for (const add of [council, notice]) {
      for (const person of [city.coordinator, await world.signIn(city.police, 'practitioner')])
        await expect(add(person)).rejects.toThrow(closed)
      await expect(add(head, city.school.id)).rejects.toThrow(closed)
      await add(head)
    }
    await expect(
      as(head, sql`insert into agreement_step (id, agreement_id, network_id, kind, at, person_id) values (${whose}, 'ended', now(), null)`),
    ).rejects.toThrow(closed)
    await as(
      head,
      sql`insert into agreement_step (id, agreement_id, network_id, kind, at, person_id) values (${whose}, 'suspended', now(), ${personId})`,
    )
    for (const change of [
      sql`update council_step set step = '{}'`,
      sql`update withdrawal set reason = 'y'`,
      sql`update withdrawal set done_at = now()`,
      sql`update agreement_step set reason = 'y'`,
      sql`delete from agreement_step`,
      sql`delete from withdrawal`,
      sql`update sealed_document set sha256 = 'y'`,
      sql`update round_asked set at = now()`,
      sql`select * from notice_given`,
      sql`update agreement set lapsed_at = now()`,
    ])
      await expect(as(head, change)).rejects.toThrow(closed)
    for (const table of ['council_step', 'withdrawal', 'agreement_step', 'round_asked', 'deputy'])
      expect(await seen(elsewhere.coordinator, table)).toBe(0)
  })

  it('AG9: one in force and one suspended cannot stand side by side either', async () => {
    const agreement = await inForceIn(world, await world.foundCity())
    await expect(
      sql`insert into agreements.agreement (id, network_id, template_id, kind, title, content, drafted_at, drafted_by, drafted_for, state, sent_at, text_hash,
          in_force_at, suspended_at)
        select ${newId()}, network_id, template_id, kind, title, content, now(), drafted_by, drafted_for, 'suspended', now(), text_hash, now(), now()
        from agreements.agreement where id = ${agreement.id}`.execute(world.admin),
    ).rejects.toThrow(/agreement_in_force/)
  })

  it('AG8: who is neither coordinator nor head of a party cannot move an agreement on', async () => {
    const agreement = await sentIn(city)
    const move = sql`update agreement set state = 'in-force', in_force_at = now() where id = ${agreement.id}`
    const noParty = await world.signIn(await world.found('civil-society', city.networkId), 'head')
    for (const person of [noParty, await world.signIn(city.police, 'practitioner'), elsewhere.coordinator])
      expect((await as(person, move)).numAffectedRows).toBe(0n)
  })

  it('AG9: two agreements of one template cannot both be in force in a network, whoever tries', async () => {
    await inForceIn(world, city)
    const next = await sentIn(city)
    const head = await world.signIn(city.police, 'head')
    await expect(as(head, sql`update agreement set state = 'in-force', in_force_at = now() where id = ${next.id}`)).rejects.toThrow(
      /agreement_in_force/,
    )
  })
})

it('without the rows, the service refuses alone: a session whose key opens nothing sees nothing', async () => {
  const agreement = await sentIn(city)
  const session = await testSession(world.database.admin, { subject: testSubject({ networkId: city.networkId, roles: ['coordinator'] }) })
  const blind = personClient(agreementOperations, world.service.door, 'agreements', { ...session, databaseKey: 'wrong' })
  await expect(blind.readAgreement({ agreementId: agreement.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await blind.listAgreements({ networkId: city.networkId })).toEqual([])
})

it('D4 and D12: every table forces row-level security, every grant has its policy, and no definer function is unknown', async () => {
  const rules = { rlsSchemas: ['agreements'], definerAllowList: ['access.subject', 'agreements.audit_append'] }
  expect(await checkCatalogue(world.database.admin, rules)).toEqual([])
})
