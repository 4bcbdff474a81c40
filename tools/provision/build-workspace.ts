import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Halt } from './halt.ts'
import { say } from './say.ts'

/** Everything that the built workspace is made of. */
const sources = [
  'package-lock.json',
  'tsconfig.base.json',
  'apps/workspace/**/*',
  'libs/{i18n,ui,plan-document,calendar}/**/*',
  'libs/contracts/**/*',
]

/** Builds the workspace when it is missing or older than its sources, by their content. Gives the folder to serve. */
export async function buildWorkspace(root: string, cacheFolder: string): Promise<string> {
  const dist = join(root, 'apps', 'workspace', 'dist')
  const stamp = join(cacheFolder, 'workspace.sha256')
  const wanted = hashOf(root)
  if (existsSync(join(dist, 'index.html')) && read(stamp) === wanted) {
    say.line('workspace', 'built before, unchanged')
    return dist
  }
  say.line('workspace', 'building …')
  await build(root, dist)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
  return dist
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  const skipped = (path: string) => /(^|\/)(node_modules|dist|dist\.new)(\/|$)|\.test\.tsx?$/.test(path)
  for (const file of globSync(sources, { cwd: root })
    .filter((path) => !skipped(path))
    .sort()) {
    const path = join(root, file)
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** Built beside the old one and moved into place, so that whoever is being served meanwhile never meets half of it. */
async function build(root: string, dist: string): Promise<void> {
  const fresh = `${dist}.new`
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: join(root, 'apps', 'workspace'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      said += piece
    })
  const code = await new Promise((resolve) => child.on('exit', resolve).on('error', resolve))
  if (code !== 0) throw new Halt(sentenceFor(said))
  rmSync(`${dist}.old`, { recursive: true, force: true })
  if (existsSync(dist)) renameSync(dist, `${dist}.old`)
  renameSync(fresh, dist)
  rmSync(`${dist}.old`, { recursive: true, force: true })
}

function sentenceFor(said: string): string {
  if (/ENOSPC/.test(said)) return 'The disk is full, and the workspace could not be built. Free some space and run the command again.'
  return `The workspace could not be built. What vite said:\n${said.trim().split('\n').slice(-30).join('\n')}`
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
