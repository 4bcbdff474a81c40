import { expect, test } from 'vitest'
import { durationsIn } from './durations-in-words.ts'

test.each([
  ['within 24 hours of the referral', ['24 hour']],
  ['by the end of the first working day', ['1 working-day']],
  ['within three working days, and ten days later', ['3 working-day', '10 day']],
  ['at least once a year', ['1 year']],
  ['at least once in two months', ['2 month']],
  ['u roku od 24 časa', ['24 hour']],
  ['do isteka prvog radnog dana', ['1 working-day']],
  ['u roku od pet radnih dana, odnosno trideset dana', ['5 working-day', '30 day']],
  ['u roku od mesec dana', ['1 month']],
  ['najmanje jednom u šest meseci, a izveštaj godišnje', ['6 month', '1 year']],
  ['sa otkaznim rokom od tri meseca', ['3 month']],
  ['without delay; bez odlaganja', []],
])('%s', (text, durations) => {
  expect([...durationsIn(text)].sort()).toEqual([...durations].sort())
})
