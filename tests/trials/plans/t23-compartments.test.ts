import { randomUUID } from 'node:crypto'
import type { CaseId, PlanId, Role, Section } from '@mreza/contracts-kernel'
import { PlanRoom } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { appendParagraphs, proseOf, prosePlacesOf } from '@mreza/plan-document'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takePart } from '../../../apps/plans/src/conferences-stand-in.ts'
import { ticketRequest } from '../../../apps/plans/src/raw-socket-for-tests.ts'
import { type Member, openWorld, type World } from '../../../apps/plans/src/service-for-tests.ts'
import { tellFigures } from '../figures.ts'
import { type Random, randomOf } from '../random.ts'
import { size } from '../size.ts'
import { endOf, inLanes, tally } from './attack.ts'
import { type Entrance, enter, ticketFor } from './enter.ts'
import type { HandClient } from './hand-client.ts'
import { openLine, type RawLine } from './raw-line.ts'
import { emptyStepTwo, stepOne } from './wire.ts'

/** A room of one of two plans, with somebody in it who writes what nobody outside may ever be sent. */
interface Compartment extends Entrance {
  /** Typed into the document. */
  readonly canary: string
  /** The person whose presence is known to nobody outside. */
  readonly inside: string
  readonly writer: HandClient
}

/** A person, and what is open to them in each plan, as this test knows it. */
interface Visitor {
  readonly member: Member
  readonly open: ReadonlyMap<PlanId, readonly Section[]>
  /** What they are told of every room that is closed to them: that it is not there, or, to roles that never enter, nothing about it. */
  readonly refusal: string
}

let world: World
const compartments: Compartment[] = []
const plans: { readonly planId: PlanId; readonly caseId: CaseId }[] = []

const write = async ({ writer, room, canary }: Compartment): Promise<void> => {
  const [place = 'voice'] = prosePlacesOf(room)
  appendParagraphs(proseOf(writer.doc, place), canary)
  await writer.saved()
}

const personIn = async (caseId: CaseId, sections: readonly Section[], roles: Role[] = ['practitioner']): Promise<Member> => {
  const member = await world.member([], { roles })
  await takePart(world.database.admin, caseId, member.subject.institutionId, sections)
  return member
}

const furnish = async (caseId: CaseId): Promise<void> => {
  const lead = await personIn(caseId, PlanRoom.options)
  const { planId } = await lead.calls.openPlan({ caseId })
  plans.push({ planId, caseId })
  for (const room of PlanRoom.options) {
    const inside = await personIn(caseId, [...new Set<Section>(['core', room])])
    const writer = await enter(world.instance.address, inside, { planId, room })
    const compartment = { planId, room, canary: `canary-${randomUUID()}`, inside: inside.subject.personId, writer }
    await write(compartment)
    compartments.push(compartment)
  }
}

beforeAll(async () => {
  world = await openWorld()
  await furnish(world.caseId)
  await furnish(newId<'CaseId'>() satisfies CaseId)
})
afterAll(async () => {
  for (const { writer } of compartments) writer.leave()
  await world.dispose()
})

const roles: readonly Role[] = ['practitioner', 'head', 'coordinator', 'center-officer', 'city-official', 'auditor', 'administrator']
const looksIntoCases: readonly Role[] = ['auditor']
const worksOnCases: readonly Role[] = ['practitioner', 'head', 'coordinator', 'center-officer']

const visitor = async (random: Random): Promise<Visitor> => {
  const role = random.pick(roles)
  const member = await world.member([], { roles: [role] })
  const open = new Map<PlanId, readonly Section[]>()
  for (const { planId, caseId } of plans) {
    const sections = PlanRoom.options.filter(() => random.oneIn(2))
    await takePart(world.database.admin, caseId, member.subject.institutionId, sections)
    open.set(planId, worksOnCases.includes(role) && sections.includes('core') ? sections : [])
  }
  return { member, open, refusal: [...worksOnCases, ...looksIntoCases].includes(role) ? 'not-found' : 'not-allowed' }
}

/** What a line brought that belongs to another room: words, or people. */
const foreignOn = (line: RawLine, own: Compartment | null): string[] => {
  const bytes = line.bytes()
  return compartments
    .filter((other) => other !== own && (bytes.includes(other.canary) || bytes.includes(other.inside)))
    .map(({ room }) => room)
}

/** Joins, stays until something new was written in the room, and goes. */
const stay = async (line: RawLine, compartment: Compartment): Promise<void> => {
  line.send(stepOne, emptyStepTwo)
  await eventually(() => expect(line.bytes().includes(compartment.canary)).toBe(true))
  const before = line.messages.length
  await write(compartment)
  await eventually(() => expect(line.messages.length).toBeGreaterThan(before))
  line.end()
}

/** Tries the door of a closed room with whatever ticket one can have. */
const tryDoor = async ({ member, open }: Pick<Visitor, 'member' | 'open'>, { planId, room }: Entrance): Promise<RawLine> => {
  const [mine] = [...open].flatMap(([plan, sections]) => sections.map((section) => ({ planId: plan, room: section })))
  const ticket = mine === undefined ? { ticket: 'A'.repeat(43) } : await ticketFor(member, mine)
  const line = await openLine(world.instance.address, ticketRequest({ ...ticket, path: `/live/${planId}/${room}` }))
  line.send(stepOne, emptyStepTwo)
  await endOf(line)
  return line
}

const joins = size(1_000, 10_000)

test(`T23 PL2: ${joins} joins of people of every role at the rooms of two plans bring not a word and not a name of another room`, async () => {
  const random = randomOf('T23')
  const visitors: Visitor[] = []
  for (let n = 0; n < size(40, 400); n += 1) visitors.push(await visitor(random))
  const outcomes: string[] = []
  await inLanes(joins, 4, async () => {
    const { member, open, refusal } = random.pick(visitors)
    const compartment = random.pick(compartments)
    const may = open.get(compartment.planId)?.includes(compartment.room) === true
    const ticket = await ticketFor(member, compartment).catch((error: { code: string }) => error.code)
    expect(typeof ticket === 'string' ? ticket : 'let in').toBe(may ? 'let in' : refusal)
    const line =
      typeof ticket === 'string'
        ? await tryDoor({ member, open }, compartment)
        : await openLine(world.instance.address, ticketRequest(ticket))
    expect(line.status).toBe(may ? 101 : 401)
    if (may) await stay(line, compartment)
    expect(foreignOn(line, may ? compartment : null)).toEqual([])
    outcomes.push(may ? 'let in' : 'turned away')
  })
  expect(Object.keys(tally(outcomes)).sort()).toEqual(['let in', 'turned away'])
  tellFigures('T23', { joins, rooms: compartments.length, people: visitors.length, ...tally(outcomes) })
})

test('T23 PL2: a guessed address is answered like a real one, and what is answered about a plan names no closed room', async () => {
  const random = randomOf('T23 guesses')
  const answers = new Set<string>()
  for (const { planId } of plans)
    for (let n = 0; n < size(100, 1_000); n += 1) {
      const near = n === 0 ? planId : `${planId.slice(0, -4)}${random.below(65_536).toString(16).padStart(4, '0')}`
      const line = await openLine(world.instance.address, ticketRequest({ path: `/live/${near}/core`, ticket: 'A'.repeat(43) }))
      await endOf(line)
      answers.add(`${line.status} ${line.bytes().length}`)
    }
  expect([...answers]).toEqual(['401 0'])
  for (let n = 0; n < size(40, 400); n += 1) {
    const { member, open } = await visitor(random)
    for (const { planId, caseId } of plans) {
      const told = JSON.stringify([
        await member.calls.openPlan({ caseId }).catch(() => null),
        await member.calls.readPlan({ planId }).catch(() => null),
      ])
      const heard = compartments.filter(({ canary }) => told.includes(canary))
      expect(heard.filter(({ planId: plan, room }) => plan !== planId || open.get(planId)?.includes(room) !== true)).toEqual([])
    }
  }
})
