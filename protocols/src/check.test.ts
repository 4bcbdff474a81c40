import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { libraryCopy } from './library-copy.ts'

const check = (folder: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'check.ts'), folder], { cwd: folder, encoding: 'utf8' })

test('a good library ends with 0 and says what it holds', async () => {
  await using library = await libraryCopy()
  const { status, stdout, stderr } = check(library.folder)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const templates = readdirSync(join(library.folder, 'templates')).length
  expect(stdout).toBe(`7 networks, ${templates} templates, 5 plan templates, 53 rules, 22 people; 0 faults\n`)
})

test('every fault is printed with its file, line and column, and it ends with 1', async () => {
  await using library = await libraryCopy()
  const line = await library.spoil('networks/nis.yaml', 'provider: nis-safe-house', 'provider: nis-nowhere')
  const { status, stdout, stderr } = check(library.folder)
  expect(status).toBe(1)
  expect(stderr).toMatch(
    new RegExp(`^networks/nis\\.yaml:${line}:\\d+ services\\.\\d+\\.provider: there is no institution nis-nowhere$`, 'mu'),
  )
  expect(stdout).toMatch(/^6 networks, .*; 1 faults$/mu)
})
