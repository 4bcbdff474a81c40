import { verifyChains } from '@mreza/audit'
import { directoryOperations } from '@mreza/contracts-directory'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { asSubject, checkCatalogue, newId } from '@mreza/db'
import { personClient } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Person, type World } from '../directory-for-tests.ts'

let world: World
let police: InstitutionId
let coordinator: Person
let head: Person

beforeAll(async () => {
  world = await openWorld()
  police = (await world.institution('nis-police')).id
  coordinator = await world.signIn('nis-swc', 'coordinator')
  head = await world.signIn('nis-police', 'head')
})
afterAll(() => world.dispose())

const somebody = (latin: string, cyrillic: string) => ({
  institutionId: police,
  displayName: { srLatn: latin, srCyrl: cyrillic },
  jobTitle: { en: 'Officer', srLatn: 'Službenik', srCyrl: 'Службеник' },
  isHead: false,
})
const telephone = () => ({ institutionId: police, kind: 'telephone' as const, value: '+381 18 555 000', note: null })

/** Everyone who may not edit the police of Niš. */
const others = async (): Promise<Person[]> => [
  await world.signIn('vranje-swc', 'coordinator'),
  await world.signIn('nis-swc', 'head'),
  await world.signIn('nis-police', 'practitioner'),
  await world.signIn('nis-police', 'city-official'),
  await world.signIn('nis-police', 'center-officer'),
  await world.signIn('nis-police', 'auditor'),
  await world.signIn('nis-police', 'administrator'),
]

describe('people', () => {
  it('DI6: the coordinator of the network and the head of the institution add people; it is announced and audited', async () => {
    for (const editor of [coordinator, head]) {
      const person = await editor.calls.addPerson(somebody('Đorđe Čolić', 'Ђорђе Чолић'))
      expect(await head.calls.namePeople({ personIds: [person.id, newId<'PersonId'>()] })).toEqual([person])
      const { rows } = await sql<{ data: unknown }>`
        select data from directory.outbox where subject = 'mreza.directory.person.registered.v1' and data ->> 'personId' = ${person.id}`.execute(
        world.admin,
      )
      expect(rows).toEqual([{ data: { personId: person.id, institutionId: police, isHead: false } }])
      const audited = await sql`select 1 from directory.audit_entry where chain = ${`institution:${police}`} and action = 'add-person'
        and person_id = ${editor.session.subject.personId} and refs ->> 'personId' = ${person.id}`.execute(world.admin)
      expect(audited.rows).toHaveLength(1)
    }
    expect((await verifyChains(world.database.pools('directory').worker, 'directory')).broken).toEqual([])
  })

  it('DI6: nobody else does', async () => {
    for (const other of await others()) {
      await expect(other.calls.addPerson(somebody('A B', 'А Б'))).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(other.calls.addContact(telephone())).rejects.toMatchObject({ code: 'not-allowed' })
    }
    await expect(coordinator.calls.addPerson({ ...somebody('A B', 'А Б'), institutionId: newId<'InstitutionId'>() })).rejects.toMatchObject(
      {
        code: 'not-found',
        field: 'institutionId',
      },
    )
  })

  it('DI6: the rows themselves refuse everyone else, with the service’s own check out of the way', async () => {
    const insert = (person: Person) =>
      asSubject(world.database.pools('directory').runtime, person.session.databaseKey, (trx) =>
        sql`insert into person (id, institution_id, display_name, job_title, is_head, added_by, added_at, search)
          values (${newId()}, ${police}, '{"srLatn":"A","srCyrl":"А"}', '{"en":"a","srLatn":"a","srCyrl":"а"}', false, ${person.session.subject.personId}, now(), 'x')`.execute(
          trx,
        ),
      )
    for (const other of await others()) await expect(insert(other)).rejects.toThrow(/row-level security/)
    const revoked = await world.signIn('nis-police', 'head')
    await revoked.session.revoke()
    await expect(insert(revoked)).rejects.toThrow(/row-level security/)
    await insert(head)
  })

  it('DI6: nobody adds a person in another’s name, and nobody rewrites or removes one', async () => {
    const inNameOf = asSubject(world.database.pools('directory').runtime, head.session.databaseKey, (trx) =>
      sql`insert into person (id, institution_id, display_name, job_title, is_head, added_by, added_at, search)
        values (${newId()}, ${police}, '{"srLatn":"A","srCyrl":"А"}', '{"en":"a","srLatn":"a","srCyrl":"а"}', false, ${newId()}, now(), 'x')`.execute(
        trx,
      ),
    )
    await expect(inNameOf).rejects.toThrow(/row-level security/)
    for (const change of [
      sql`update person set is_head = true`,
      sql`delete from person`,
      sql`delete from contact`,
      sql`update institution set sector = 'other'`,
    ])
      await expect(
        asSubject(world.database.pools('directory').runtime, head.session.databaseKey, (trx) => change.execute(trx)),
      ).rejects.toThrow(/permission denied/)
  })

  it('lists the people of institutions, heads first', async () => {
    await head.calls.addPerson({ ...somebody('Žarko Žikić', 'Жарко Жикић'), isHead: true })
    const people = await head.calls.listPeople({ institutionIds: [police] })
    expect(people[0]).toMatchObject({ isHead: true, displayName: { srLatn: 'Žarko Žikić' } })
    expect(await head.calls.namePeople({ personIds: [] })).toEqual([])
  })

  it('the same call twice under one key adds one person and gives the same answer', async () => {
    const insistent = personClient(directoryOperations, world.service.door, 'directory', head.session, () => 'the-same-key')
    const first = await insistent.addPerson(somebody('Jednom Dodat', 'Једном Додат'))
    expect(await insistent.addPerson(somebody('Jednom Dodat', 'Једном Додат'))).toEqual(first)
    const { people } = await head.calls.searchDirectory({ text: 'Jednom Dodat' })
    expect(people).toEqual([first])
  })
})

describe('contacts', () => {
  it('DI7: a contact added is verified now by the one who adds it, and verified again when it was tried', async () => {
    const contact = await head.calls.addContact(telephone())
    expect(contact).toMatchObject({ kind: 'telephone', value: '+381 18 555 000', verifiedAt: expect.any(String) })
    const again = await coordinator.calls.verifyContact({ institutionId: police, contactId: contact.id })
    expect(Date.parse(again.verifiedAt ?? '')).toBeGreaterThan(Date.parse(contact.verifiedAt ?? ''))
    expect((await coordinator.calls.readInstitution({ institutionId: police })).contacts).toEqual([again])
  })

  it('DI7: one never verified says so', async () => {
    const id = newId<'ContactId'>()
    await world.admin
      .insertInto('contact')
      .values({
        id,
        institution_id: police,
        kind: 'web',
        value: 'https://example.rs',
        note: null,
        added_by: newId<'PersonId'>(),
        verified_by: null,
        verified_at: null,
      })
      .execute()
    const { contacts } = await head.calls.readInstitution({ institutionId: police })
    expect(contacts.find((contact) => contact.id === id)).toMatchObject({ verifiedAt: null })
  })

  it('DI6: only who may edit verifies, also when only the rows are asked; a contact of another institution is not found', async () => {
    const contact = await head.calls.addContact({ ...telephone(), value: '018 111 222' })
    for (const other of await others()) {
      await expect(other.calls.verifyContact({ institutionId: police, contactId: contact.id })).rejects.toMatchObject({
        code: 'not-allowed',
      })
      const past = await asSubject(world.database.pools('directory').runtime, other.session.databaseKey, (trx) =>
        sql`update contact set verified_at = now(), verified_by = ${other.session.subject.personId} where id = ${contact.id}`.execute(trx),
      )
      expect(past.numAffectedRows).toBe(0n)
    }
    const { id: centre } = await world.institution('nis-swc')
    await expect(coordinator.calls.verifyContact({ institutionId: centre, contactId: contact.id })).rejects.toMatchObject({
      code: 'not-found',
      field: 'contactId',
    })
  })

  it('bad input is refused with its field', async () => {
    await expect(head.calls.addContact({ ...telephone(), value: 'ask at the door' })).rejects.toMatchObject({
      code: 'contact-not-a-telephone',
      field: 'value',
    })
    await expect(head.calls.addContact({ ...telephone(), kind: 'pigeon' as never })).rejects.toMatchObject({
      code: 'invalid-input',
      field: 'kind',
    })
    await expect(head.calls.addPerson(somebody(' ', 'А'))).rejects.toMatchObject({ code: 'invalid-input', field: 'displayName.srLatn' })
    await expect(head.calls.verifyContact({ institutionId: police, contactId: '7' })).rejects.toMatchObject({
      code: 'invalid-input',
      field: 'contactId',
    })
  })
})

it('D4 and D12: every table forces row-level security, every grant has its policy, and no definer function is unknown', async () => {
  const rules = { rlsSchemas: ['directory'], definerAllowList: ['access.subject', 'directory.audit_append'] }
  expect(await checkCatalogue(world.database.admin, rules)).toEqual([])
})
