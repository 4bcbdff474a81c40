import { expect, test } from 'vitest'
import { newTicket, openKey, sealKey, ticketHash } from './ticket.ts'

test('PL4: the key of a session opens with its own ticket alone', () => {
  const [mine, other] = [newTicket(), newTicket()]
  const sealed = sealKey(mine, 'the database key')
  expect(openKey(mine, sealed)).toBe('the database key')
  expect(() => openKey(other, sealed)).toThrow()
  expect(sealed.includes('the database key')).toBe(false)
  expect(ticketHash(mine)).not.toEqual(ticketHash(other))
})
