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
        sql`insert into signature (id, agreement_id, network_id, institution_id, kind, at, person_id, text_hash)
          values (${newId()}, ${given.agreementId ?? agreement.id}, ${city.networkId}, ${given.of ?? city.police.id}, 'signed', now(),
            ${given.by ?? person.session.subject.personId}, ${given.hash ?? agreement.textHash})`,
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
