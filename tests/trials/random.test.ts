import { expect, test } from 'vitest'
import { randomFrom } from './random.ts'

test('one seed makes the same choices again, another makes others', () => {
  const choices = (seed: number) => {
    const random = randomFrom(seed)
    return Array.from({ length: 20 }, () => random.below(1_000))
  }
  expect(choices(4711)).toEqual(choices(4711))
  expect(choices(4711)).not.toEqual(choices(4712))
})

test('numbers stay below their end and reach all of what lies below', () => {
  const random = randomFrom(1)
  expect(new Set(Array.from({ length: 500 }, () => random.below(7)))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]))
})
