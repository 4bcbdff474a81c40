import type { PersonId } from '@mreza/contracts-kernel'
import { appendParagraphs, planDocumentVersion, proseOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { ticketRequest } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import { type Member, openWorld, planOf, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { attack } from './attack.ts'
import { type Entrance, enter, ticketFor } from './enter.ts'
import { editHonestly, undoOf } from './honest-edits.ts'
import { openLine } from './raw-line.ts'
import { awarenessEntry, awarenessMessage, emptyStepTwo, stepOne, updateMessage } from './wire.ts'
import { hashOf } from './words.ts'

let world: World
let entrance: Entrance
let writers: LiveClient[]
let attackers: Member[]
/** Whose session every writer number belongs to, as this test knows it from the tickets. */
const personOf = new Map<number, PersonId>()
/** Every person that was shown beside a number, to any of the writers, whenever. */
const shown: { clientId: number; personId: string }[] = []

const honest = async (member: Member): Promise<LiveClient> => {
  const client = new LiveClient(member, entrance.planId, entrance.room)
  await client.join(world.instance.address)
  personOf.set(client.doc.clientID, member.subject.personId)
  client.provider?.awareness.on('change', () => {
    for (const [clientId, { user }] of client.present) shown.push({ clientId, personId: user?.personId ?? 'nobody' })
  })
  return client
}

beforeAll(async () => {
  world = await openWorld()
  const lead = await world.member(['core'])
  entrance = { planId: await planOf(world, lead), room: 'core' }
  writers = [await honest(lead), await honest(await world.member(['core'])), await honest(await world.member(['core']))]
  attackers = [await world.member(['core']), await world.member(['core'])]
})
afterAll(async () => {
  for (const writer of writers) writer.leave()
  await world.dispose()
})

/** An edit in the name of a writer: under their number, beginning where they stopped. */
const forgedEdit = (victim: LiveClient): Uint8Array => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim.doc))
  doc.clientID = victim.doc.clientID
  const before = Y.encodeStateVector(doc)
  appendParagraphs(proseOf(doc, 'area-family'), 'words in the mouth of another')
  return Y.encodeStateAsUpdate(doc, before)
}

const ticketAs = async (member: Member) => {
  const ticket = await ticketFor(member, entrance)
  personOf.set(ticket.clientId, member.subject.personId)
  return ticket
}

const forgePresence = async (member: Member, victim: LiveClient, random: Random): Promise<void> => {
  const ticket = await ticketAs(member)
  const line = await openLine(world.instance.address, ticketRequest(ticket))
  const victimsPerson = personOf.get(victim.doc.clientID)
  const state = JSON.stringify({ user: { personId: victimsPerson, right: 'write' }, cursor: { anchor: random.below(99) } })
  const entries = [ticket.clientId, victim.doc.clientID].map((clientId) =>
    awarenessMessage(awarenessEntry(clientId, 2 ** 31 + random.below(999), state)),
  )
  line.send(stepOne, emptyStepTwo, ...entries)
  await eventually(() => expect(writers.every(({ present }) => present.has(ticket.clientId))).toBe(true))
  line.end()
}

/** What an attacker tries; the answer says what they were told. */
const attempts: readonly ((member: Member, victim: LiveClient, random: Random) => Promise<string>)[] = [
  async (member, victim) => {
    const ticket = await ticketAs(member)
    const { refused } = await attack(world.instance.address, ticketRequest(ticket), updateMessage(forgedEdit(victim)))
    return refused.join()
  },
  async (member, victim) =>
    member.calls.issueTicket({ ...entrance, schemaVersion: planDocumentVersion, previousClientId: victim.doc.clientID }).then(
      () => 'issued',
      (error: { code: string }) => error.code,
    ),
  async (member, victim, random) => {
    await forgePresence(member, victim, random)
    return 'shown as themselves'
  },
]
const answers = ['foreign-writer', 'writer-number-not-yours', 'shown as themselves']

/** Every stored update with the person it is stored under, and the numbers whose words it holds. */
const storedAuthors = async () => {
  const { rows } = await sql<{ update: Buffer; client_id: number; person_id: PersonId }>`
    select update, client_id, person_id from plans.room_update order by seq`.execute(world.database.admin)
  return rows.map(({ update, client_id, person_id }) => ({
    under: Number(client_id),
    personId: person_id,
    holds: [...Y.parseUpdateMeta(update).to.keys()],
  }))
}

/** Under which the server itself writes, once, the version of the document. */
const serversNumber = 0
const edits = size(1_000, 10_000)

test(`T21 PL5 PL6: of ${edits} edits beside people who forge numbers and presence, every one is stored and shown under its own author`, async () => {
  const random = randomOf('T21')
  const undos = writers.map(({ doc }) => undoOf(doc))
  let forged = 0
  for (let n = 0; n < edits; n += 1) {
    const at = random.below(writers.length)
    const [writer, undo, victim] = [writers[at], undos[at], random.pick(writers)]
    if (writer === undefined || undo === undefined) throw new Error('nobody there')
    editHonestly(writer.doc, undo, random)
    if (n % 5 !== 0) continue
    const kind = random.below(attempts.length)
    await eventually(() => expect(victim.saved.count.unsaved).toBe(0))
    expect(await attempts[kind]?.(random.pick(attackers), victim, random)).toBe(answers[kind])
    forged += 1
  }
  await eventually(() => expect(writers.map(({ saved }) => saved.count.unsaved)).toEqual([0, 0, 0]))
  for (const { line } of writers) expect(line).toMatchObject({ refused: [], closes: [] })

  const rows = await storedAuthors()
  for (const { under, personId, holds } of rows) {
    expect(personId).toBe(personOf.get(under))
    expect(holds.filter((clientId) => clientId !== under)).toEqual([])
  }
  for (const { clientId, personId } of shown) expect(personId).toBe(personOf.get(clientId))
  const lead = attackers[0]
  if (lead === undefined) throw new Error('nobody there')
  for (const { clientId, personId } of await lead.calls.readWriters(entrance))
    if (personOf.has(clientId)) expect(personId).toBe(personOf.get(clientId))

  const newcomer = await enter(world.instance.address, lead, entrance)
  await eventually(() => {
    for (const { doc } of writers) expect(hashOf(doc, 'core')).toBe(hashOf(newcomer.doc, 'core'))
  })
  expect([...newcomer.doc.store.clients.keys()].filter((clientId) => clientId !== serversNumber && !personOf.has(clientId))).toEqual([])
  newcomer.leave()
  tellFigures('T21', { edits, 'stored rows': rows.length, forged, 'presences seen': shown.length })
})
