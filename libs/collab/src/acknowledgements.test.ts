import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Acknowledgements } from './acknowledgements.ts'

test('PL7: only an unbroken beginning is acknowledged, in whatever order frames come onto the disk', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (order) => {
      const acknowledgements = new Acknowledgements()
      for (let frame = 1; frame <= 30; frame += 1) acknowledgements.receive()
      const done = new Set<number>()
      for (const frame of order) {
        done.add(frame)
        const first = acknowledgements.complete(frame, false)
        for (let n = 1; n <= first; n += 1) expect(done).toContain(n)
        expect(done).not.toContain(first + 1)
      }
    }),
    { seed: 11 },
  )
})

test('PL7: a frame that was set aside is done when the sync step 2 after it is, not before', () => {
  const acknowledgements = new Acknowledgements()
  acknowledgements.setAside(acknowledgements.receive())
  const later = acknowledgements.receive()
  const stepTwo = acknowledgements.receive()
  expect(acknowledgements.complete(later, false)).toBe(0)
  expect(acknowledgements.complete(stepTwo, true)).toBe(3)
})

test('PL14: who floods before they say what they have takes no memory by it, and all is done with the sync step 2', () => {
  const acknowledgements = new Acknowledgements()
  for (let n = 0; n < 100_000; n += 1) acknowledgements.setAside(acknowledgements.receive())
  expect(acknowledgements.runsAside).toBe(1)
  expect(acknowledgements.complete(acknowledgements.receive(), true)).toBe(100_001)
  expect(acknowledgements.runsAside).toBe(0)
})

test('PL7: what is set aside among other frames is done in its place', () => {
  const acknowledgements = new Acknowledgements()
  const numbers = Array.from({ length: 6 }, () => acknowledgements.receive())
  for (const aside of [1, 2, 4]) acknowledgements.setAside(aside)
  expect(acknowledgements.complete(3, false)).toBe(0)
  expect(acknowledgements.complete(6, true)).toBe(4)
  expect(acknowledgements.complete(5, false)).toBe(numbers.length)
})
