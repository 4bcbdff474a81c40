import type { Role, Section, Subject } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { PlanArea } from './area.ts'
import { couldEverInPlan, rightIn } from './capabilities.ts'
import { closeCodeName, closeCodes } from './live.ts'
import { areasOfRoom, PlanRoom, roomOfArea } from './room.ts'

const who = (...roles: Role[]) => ({ roles }) as unknown as Subject
const right = (role: Role, room: PlanRoom, openSections: readonly Section[]) => rightIn(who(role), { room, openSections })

test('PL2: who works on the case writes in the rooms that are open to them, and in no other', () => {
  for (const role of ['coordinator', 'practitioner', 'head', 'center-officer'] as const) {
    expect(right(role, 'core', ['core'])).toBe('write')
    expect(right(role, 'health', ['core', 'health'])).toBe('write')
    expect(right(role, 'safety', ['core', 'health'])).toBe('none')
  }
})

test('PL2: without the core section no other room opens', () => {
  expect(right('practitioner', 'health', ['health'])).toBe('none')
})

test('PL2: an auditor reads; an official of the city and an administrator open nothing', () => {
  expect(right('auditor', 'core', ['core'])).toBe('read')
  for (const role of ['city-official', 'administrator'] as const) {
    expect(right(role, 'core', ['core'])).toBe('none')
    expect(couldEverInPlan(who(role), 'plan.read')).toBe(false)
  }
})

test('PL3: every area has one room', () => {
  for (const area of PlanArea.options)
    expect(PlanRoom.options.filter((room) => areasOfRoom[room].includes(area))).toEqual([roomOfArea(area)])
})

test('every close code of ours has a name, and no code has two', () => {
  for (const [name, code] of Object.entries(closeCodes)) expect(closeCodeName(code)).toBe(name)
  expect(closeCodeName(1000)).toBeNull()
})
