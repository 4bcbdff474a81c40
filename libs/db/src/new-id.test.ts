import { idOf } from '@mreza/contracts-kernel'
import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('ids are UUIDv7, all different, and order as they were made', () => {
  const ids = Array.from({ length: 50_000 }, () => newId<'CaseId'>())
  const schema = idOf('CaseId')
  for (const id of ids.slice(0, 200)) expect(schema.safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
})

test('an id tells the time of its making', () => {
  const before = Date.now()
  const time = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
  expect(time).toBeGreaterThanOrEqual(before)
  expect(time).toBeLessThan(before + 5_000)
})
