import { expect, test } from 'vitest'
import { addressOf } from './address-of.ts'

const address = (servers: string | string[], more = {}) => addressOf({ servers, name: 'n', ...more })

test('an address alone needs nothing more', () => {
  expect(address('nats://127.0.0.1:4222')).toEqual({ servers: ['nats://127.0.0.1:4222'], name: 'n' })
})

test('a user and password, or a token, may stand in the address or beside it', () => {
  expect(address('nats://me:p%40ss@a:1,nats://b:2')).toEqual({ servers: ['nats://a:1', 'nats://b:2'], name: 'n', user: 'me', pass: 'p@ss' })
  expect(address(['tls://s3cret@a:1'])).toEqual({ servers: ['tls://a:1'], name: 'n', token: 's3cret' })
  expect(address('nats://a:1', { user: 'me', password: 'p' })).toEqual({ servers: ['nats://a:1'], name: 'n', user: 'me', pass: 'p' })
  expect(address('nats://a:1', { token: 't' })).toEqual({ servers: ['nats://a:1'], name: 'n', token: 't' })
})
