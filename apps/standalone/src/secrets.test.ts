import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@mreza/service'
import { beforeEach, expect, test } from 'vitest'
import { openSecrets } from './secrets.ts'

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'secrets.json')
})

test('the secrets are made once and kept, the seal of documents among them', () => {
  const made = openSecrets(file)
  expect(made.documentSeal?.certificate).toContain('BEGIN CERTIFICATE')
  expect(openSecrets(file)).toEqual(made)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(made)
})

test('secrets from before the seal get one, and nothing else changes', () => {
  const { documentSeal: _, ...before } = openSecrets(file)
  writeFileSync(file, JSON.stringify(before))
  expect(openSecrets(file)).toEqual({
    ...before,
    documentSeal: expect.objectContaining({ privateKey: expect.stringContaining('PRIVATE KEY') }),
  })
})

test('where the file cannot be written, complete secrets go on without a seal, and others do not', () => {
  const { documentSeal: _, ...before } = openSecrets(file)
  writeFileSync(file, JSON.stringify(before))
  // A folder in the place of the fresh file: nothing can be written there, whoever runs this.
  mkdirSync(`${file}.new`)
  expect(openSecrets(file)).toEqual(before)
  writeFileSync(file, JSON.stringify({ ...before, rolePasswords: {} }))
  expect(() => openSecrets(file)).toThrow(ConfigError)
})
