import { frameTypes } from '@mreza/contracts-plans'
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
import { endOf, inLanes, saidOn, tally } from './attack.ts'
import { type Entrance, enter, ticketFor } from './enter.ts'
import { editHonestly, undoOf } from './honest-edits.ts'
import { openLine } from './raw-line.ts'
import { awarenessEntry, awarenessMessage, stepOne, stepTwoMessage, updateMessage, varBytes, varUint } from './wire.ts'
import { hashOf } from './words.ts'

let world: World
let entrance: Entrance
let lead: Member
let witness: LiveClient

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(['core'])
  entrance = { planId: await planOf(world, lead), room: 'core' }
  witness = new LiveClient(lead, entrance.planId, entrance.room)
  await witness.join(world.instance.address)
  const random = randomOf('T20 the document')
  for (let n = 0; n < 30; n += 1) editHonestly(witness.doc, undoOf(witness.doc), random)
  await eventually(() => expect(witness.saved.count.unsaved).toBe(0))
})
afterAll(async () => {
  witness.leave()
  await world.dispose()
})

/** An edit that anybody who may write could send under this number. */
const editUnder = (own: number, random: Random): Uint8Array => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(witness.doc))
  doc.clientID = own
  const before = Y.encodeStateVector(doc)
  doc.getMap('goals').set(`forbidden ${random.below(1_000)}`, 1)
  if (random.oneIn(2)) doc.getMap('goals').delete([...doc.getMap('goals').keys()][0] ?? '')
  return Y.encodeStateAsUpdate(doc, before)
}
const typed = (type: number, body: Uint8Array) => Buffer.concat([Uint8Array.from(varUint(type)), body])
const subtyped = (type: number, subtype: number, body: Uint8Array) => typed(type, Buffer.concat([Uint8Array.of(subtype), varBytes(body)]))

/** Whoever sends: their number, and edits that they could make if they might write. */
interface Sender {
  readonly own: number
  readonly edits: readonly Uint8Array[]
}

/** Every type and subtype of message, full of what would change something if it were heeded. */
const messages: Readonly<Record<string, (sender: Sender, random: Random) => Uint8Array>> = {
  'sync step 1': () => stepOne,
  'sync step 2': ({ edits }, random) => stepTwoMessage(random.pick(edits)),
  'sync update': ({ edits }, random) => updateMessage(random.pick(edits)),
  'sync of an unknown kind': ({ edits }, random) => subtyped(frameTypes.sync, 3 + random.below(100), random.pick(edits)),
  awareness: ({ own }, random) => {
    const state = '{"user":{"personId":"forged","right":"write"},"cursor":7}'
    return awarenessMessage(awarenessEntry(random.oneIn(2) ? own : witness.doc.clientID, random.below(1_000), state))
  },
  auth: ({ edits }, random) => subtyped(frameTypes.auth, random.below(3), random.pick(edits)),
  'query awareness': () => Uint8Array.of(frameTypes.queryAwareness),
  persisted: (_sender, random) =>
    typed(frameTypes.persisted, Uint8Array.from([...varUint(random.below(1_000)), ...varUint(random.below(9))])),
  refused: ({ edits }, random) => typed(frameTypes.refused, varBytes(random.pick(edits))),
  'an unknown type': ({ edits }, random) => typed(4 + random.below(90), varBytes(random.pick(edits))),
}

/** What is on disk and what a newcomer is served. */
const stateNow = async () => {
  const { rows } = await sql<Record<string, unknown>>`
    select r.seq, r.epoch, (select count(*)::int from plans.room_update u where u.room_id = r.id) as log,
      (select seq from plans.room_snapshot s where s.room_id = r.id) as snapshot
    from plans.room r where r.plan_id = ${entrance.planId} and r.room = ${entrance.room}`.execute(world.database.admin)
  const newcomer = await enter(world.instance.address, lead, entrance)
  newcomer.leave()
  return { ...rows[0], hash: hashOf(newcomer.doc, 'core') }
}

const narrowed = async (narrowedTo: 'read' | 'comment'): Promise<Member> => {
  const member = await world.member(['core'])
  const { institutionId, personId } = member.subject
  await sql`insert into plans.narrowed_right (plan_id, case_id, institution_id, narrowed_to, by, at)
    values (${entrance.planId}, ${world.caseId}, ${institutionId}, ${narrowedTo}, ${personId}, now())`.execute(world.database.admin)
  return member
}

const perType = size(5_000, 50_000)
/** Fewer than a flood that would be cut off before all of it is read. */
const perLine = 70

/** Sends messages of one kind on a line of its own, all of which are read; the refusals that were said. */
const sendAll = async (
  member: Member,
  make: (sender: Sender, random: Random) => Uint8Array,
  random: Random,
): Promise<readonly string[]> => {
  const ticket = await ticketFor(member, entrance)
  const sender = { own: ticket.clientId, edits: Array.from({ length: 4 }, () => editUnder(ticket.clientId, random)) }
  const line = await openLine(world.instance.address, ticketRequest(ticket))
  // The last is of no type, so that the server ends the line when it has read everything.
  line.send(stepOne, ...Array.from({ length: perLine }, () => make(sender, random)), Uint8Array.of(99))
  expect(['malformed', 'tooFast']).toContain(await endOf(line))
  const { refused, taken } = saidOn(line)
  expect(taken).toBe(0)
  return refused
}

for (const right of ['read', 'comment'] as const)
  test(`T20 PL2: ${perType} messages of each type from one with the right to ${right} change nothing on disk, nothing served`, async () => {
    const random = randomOf(`T20 ${right}`)
    const members = await Promise.all([narrowed(right), narrowed(right), narrowed(right)])
    const before = await stateNow()
    const said: string[] = []
    for (const make of Object.values(messages))
      await inLanes(Math.ceil(perType / perLine), members.length, async (n) => {
        said.push(...(await sendAll(members[n % members.length] ?? lead, make, random)))
      })
    expect(await stateNow()).toEqual(before)
    expect(witness.line).toMatchObject({ refused: [], closes: [] })
    expect(Object.keys(tally(said))).toEqual(['read-only'])
    tellFigures('T20', { right, types: Object.keys(messages).length, 'messages of each': perType, ...tally(said) })
  })

test('T20 PL6: one who may only read is present, with the cursor alone taken from what they say of themselves', async () => {
  const member = await narrowed('read')
  const reader = new LiveClient(member, entrance.planId, entrance.room)
  await reader.join(world.instance.address)
  reader.provider?.awareness.setLocalState({ user: { personId: lead.subject.personId, right: 'write' }, cursor: 7, extra: 1 })
  const { personId, institutionId, sector } = member.subject
  await eventually(() =>
    expect(witness.present.get(reader.doc.clientID)).toEqual({ user: { personId, institutionId, sector, right: 'read' }, cursor: 7 }),
  )
  reader.leave()
})
