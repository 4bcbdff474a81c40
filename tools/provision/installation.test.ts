import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openInstallation } from './installation.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mreza-installation-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a real installation is never turned into a demo by a start that does not say so', () => {
  openInstallation(folder, false)
  expect(openInstallation(folder, undefined).demo).toBe(false)
  expect(() => openInstallation(folder, true)).toThrow('without demo people')
})

test('a demo never becomes a real installation', () => {
  expect(openInstallation(folder, undefined).demo).toBe(true)
  expect(() => openInstallation(folder, false)).toThrow('with demo people')
})

test('passwords are kept, and nobody else may read them', () => {
  const first = openInstallation(folder, undefined)
  expect(openInstallation(folder, undefined)).toEqual(first)
  expect(statSync(join(folder, 'installation.json')).mode & 0o077).toBe(0)
})

test('a broken record is refused, never replaced', () => {
  writeFileSync(join(folder, 'installation.json'), '{"id":')
  expect(() => openInstallation(folder, undefined)).toThrow('cannot be understood')
})
