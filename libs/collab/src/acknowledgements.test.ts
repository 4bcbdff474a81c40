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
