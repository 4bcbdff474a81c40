import type { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { completeSecrets, keysOf } from '@mreza/service'
import { expect, it } from 'vitest'
import { confirmationLife, confirmedBy, mintConfirmation } from './confirmation.ts'
import { mintToken } from './token.ts'

const secrets = completeSecrets({}, [], ['gateway', 'agreements'])
const gateway = keysOf(secrets, 'gateway').tokenKeys
const service = keysOf(secrets, 'agreements').tokenKeys
const now = new Date('2026-03-02T08:00:00.000Z')
const confirming = {
  personId: '01980000-0000-7000-8000-000000000001' as PersonId,
  institutionId: '01980000-0000-7000-8000-000000000002' as InstitutionId,
  act: 'sign-agreement',
  boundTo: 'a'.repeat(64),
}

it('ID23: says by what a person confirmed, to every service, for two minutes', () => {
  const { confirmation, until } = mintConfirmation(gateway, confirming, 'password', now)
  expect(confirmedBy(service, confirmation, confirming, now)).toBe('password')
  expect(until).toEqual(new Date(now.getTime() + confirmationLife * 1_000))
  expect(confirmedBy(service, confirmation, confirming, new Date(until.getTime() - 1))).toBe('password')
  expect(confirmedBy(service, confirmation, confirming, until)).toBeUndefined()
})

it.each([
  ['another person', { personId: confirming.institutionId as unknown as PersonId }],
  ['another institution', { institutionId: confirming.personId as unknown as InstitutionId }],
  ['another act', { act: 'sign-off' }],
  ['another text', { boundTo: 'b'.repeat(64) }],
])('ID23: is worth nothing for %s', (_, other) => {
  const { confirmation } = mintConfirmation(gateway, confirming, 'password', now)
  expect(confirmedBy(service, confirmation, { ...confirming, ...other }, now)).toBeUndefined()
})

it('ID23: only the gateway confirms, and nothing else that it signs is a confirmation', () => {
  expect(confirmedBy(service, mintConfirmation(service, confirming, 'password', now).confirmation, confirming, now)).toBeUndefined()
  expect(confirmedBy(service, mintToken(gateway, { audience: 'agreements' }, now), confirming, now)).toBeUndefined()
  const { confirmation } = mintConfirmation(gateway, confirming, 'demo', now)
  const [version, body, signature] = confirmation.split('.')
  const forged = Buffer.from(
    Buffer.from(body ?? '', 'base64url')
      .toString()
      .replace('demo', 'password'),
  ).toString('base64url')
  expect(confirmedBy(service, `${version}.${forged}.${signature}`, confirming, now)).toBeUndefined()
  for (const nonsense of ['', 'c1', 'c1..', `c1.${body}`, `m1.${body}.${signature}`])
    expect(confirmedBy(service, nonsense, confirming, now)).toBeUndefined()
})
