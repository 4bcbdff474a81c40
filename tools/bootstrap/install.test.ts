import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from './install.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mreza-install-'))
  mkdirSync(join(root, 'node_modules'))
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (file: string, packages: object) => writeFileSync(join(root, file), JSON.stringify({ packages }))
const installed = (packages: object) => write('node_modules/.package-lock.json', packages)

test('nothing installed is not installed', () => {
  write('package-lock.json', { 'node_modules/zod': { version: '4.6.7' } })
  expect(isInstalled(root)).toBe(false)
})

test('what the lock file names, in its versions, is installed; variants for other machines may be absent', () => {
  write('package-lock.json', {
    '': {},
    'apps/x': {},
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/win': { version: '1.0.0', optional: true },
  })
  installed({ 'node_modules/zod': { version: '4.6.7' } })
  expect(isInstalled(root)).toBe(true)
})

test('another version, or one package less, is stale', () => {
  write('package-lock.json', { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/pg': { version: '8.0.0' } })
  installed({ 'node_modules/zod': { version: '4.6.6' }, 'node_modules/pg': { version: '8.0.0' } })
  expect(isInstalled(root)).toBe(false)
  installed({ 'node_modules/zod': { version: '4.6.7' } })
  expect(isInstalled(root)).toBe(false)
})
