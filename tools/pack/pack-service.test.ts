import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packService } from './pack-service.ts'

const root = join(import.meta.dirname, '..', '..')

/** Runs a program until it ends; its exit code and what it said. */
const run = async (words: readonly string[]) => {
  const child = spawn(process.execPath, words, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { code, said }
}

describe('a packed service', () => {
  let folder = ''
  let program = ''
  const isSaid = async (words: RegExp) => words.test(await readFile(program, 'utf8'))

  beforeAll(async () => {
    await mkdir(join(root, '.mreza', 'cache'), { recursive: true })
    folder = await mkdtemp(join(root, '.mreza', 'cache', 'packed-'))
    program = await packService(join(root, 'apps', 'plans', 'src', 'main.ts'), folder)
  }, 120_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('begins without any TypeScript and says what it lacks', async () => {
    const { code, said } = await run(['--no-experimental-strip-types', program])
    expect(said).toContain('DATABASE_URL: must be')
    expect(code).toBe(1)
  })

  it('has its trial thread beside it, where it looks for it', async () => {
    expect(await isSaid(/new URL\(['"`]\.\/trial-worker\.mjs['"`]/u)).toBe(true)
    expect(existsSync(join(dirname(program), 'trial-worker.mjs'))).toBe(true)
    expect((await run(['--no-experimental-strip-types', join(dirname(program), 'trial-worker.mjs')])).code).toBe(0)
  })

  it('leaves outside what prints, since that looks for fonts and templates beside its source', async () => {
    expect(await isSaid(/import\(['"`]@mreza\/documents['"`]\)/u)).toBe(true)
    expect(existsSync(join(dirname(program), 'typeset-worker.mjs'))).toBe(false)
  })
})
