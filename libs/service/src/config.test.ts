import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ConfigError, Flag, readConfig } from './config.ts'
import { completeSecrets, keysOf } from './keys.ts'
import { readSecrets, ServiceConfig } from './service-config.ts'

const schema = z.object({ PORT: z.coerce.number().int().max(65_535), SECRET: z.string().min(8), DEMO: Flag })

describe('configuration', () => {
  it('takes every variable also from the file that NAME_FILE names, without the line’s end', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'mreza-config-')), 'secret')
    writeFileSync(file, 'from a file\n')
    expect(readConfig(schema, { PORT: '80', SECRET_FILE: file, DEMO: '1' })).toEqual({ PORT: 80, SECRET: 'from a file', DEMO: true })
  })

  it('says for each variable what is wrong, and never its value', () => {
    const read = () => readConfig(schema, { PORT: 'eighty', SECRET: 'hunter2' })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(/PORT: .*\nSECRET: /)
    expect(read).not.toThrow(/hunter2|eighty/)
    expect(() => readConfig(schema, { SECRET_FILE: '/nowhere/at/all' })).toThrow('SECRET_FILE: the file /nowhere/at/all cannot be read')
  })

  it('reads where the services are', () => {
    const base = {
      DATABASE_URL: 'postgres://h/d',
      NATS_URL: 'nats://h',
      MREZA_SECRETS: '{}',
      MREZA_PUBLIC_ORIGIN: 'https://m.rs',
      MREZA_PROTOCOLS: '/p',
    }
    const { MREZA_SERVICES } = readConfig(ServiceConfig, { ...base, MREZA_SERVICES: 'a=http://h:1,b=http://h:2' })
    expect([...MREZA_SERVICES]).toEqual([
      ['a', 'http://h:1'],
      ['b', 'http://h:2'],
    ])
    expect(() => readConfig(ServiceConfig, { ...base, MREZA_SERVICES: 'a' })).toThrow('MREZA_SERVICES')
  })
})

describe('secrets', () => {
  it('are completed and never changed', () => {
    const first = completeSecrets({}, ['mreza_a'], ['gateway'])
    const second = completeSecrets(first, ['mreza_a', 'mreza_b'], ['gateway', 'b'])
    expect(second.rolePasswords.mreza_a).toBe(first.rolePasswords.mreza_a)
    expect(second.tokenKeys.gateway).toEqual(first.tokenKeys.gateway)
    expect(second.masterKey).toBe(first.masterKey)
    expect(Object.keys(second.rolePasswords)).toHaveLength(2)
    expect(() => keysOf(second, 'stranger')).toThrow('stranger')
  })

  it('that are broken are named by their place and not shown', () => {
    const broken = JSON.stringify({ ...completeSecrets({}, [], []), masterKey: 'tooshort' })
    expect(() => readSecrets(broken)).toThrow('MREZA_SECRETS: masterKey')
    expect(() => readSecrets(broken)).not.toThrow(/tooshort/)
    expect(() => readSecrets('{')).toThrow('not JSON')
  })
})
