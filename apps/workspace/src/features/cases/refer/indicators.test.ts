import { expect, test } from 'vitest'
import { indicatorsFor } from './indicators.ts'

test('all sixteen signs are offered while the age is not known', () => {
  expect(indicatorsFor(undefined, [])).toHaveLength(16)
  expect(indicatorsFor('not-known', [])).toHaveLength(16)
})

test('of an adult no sign of childhood is asked', () => {
  expect(indicatorsFor('adult', [])).not.toContain('ind-absence')
  expect(indicatorsFor('child-14-17', [])).not.toContain('ind-medicine')
})

test('what was ticked stays in sight when the age changes', () => {
  expect(indicatorsFor('adult', ['ind-absence'])).toContain('ind-absence')
})
