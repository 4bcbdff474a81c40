import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { Halt } from './halt.ts'
import { say } from './say.ts'

export interface Chromium {
  readonly path: string
  readonly description: string
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'Google Chrome']
const places = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/Applications/Google Chrome.app/Contents/MacOS']

/**
 * The browser for the end-to-end tests: CHROME_PATH, else an installed Chromium or Chrome, else the distribution's package when we are
 * root, else Playwright's own build where it can be downloaded. Never none: without a browser the tests fail.
 */
export function findChromium(env: NodeJS.ProcessEnv): Chromium {
  const named = env.CHROME_PATH
  if (named) return programAt(named, 'CHROME_PATH') ?? refuseNamed(named)
  return installed() ?? fromDistribution() ?? fromPlaywright() ?? refuse()
}

function installed(): Chromium | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...places].filter((folder) => folder !== '')
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name))).filter((file) => existsSync(file))
  for (const file of files) {
    const found = programAt(file, 'installed')
    if (found) return found
  }
  return undefined
}

function programAt(path: string, origin: string): Chromium | undefined {
  const asked = spawnSync(path, ['--version', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], { encoding: 'utf8', timeout: 30_000 })
  const version = /(Chrom\S*|Google Chrome) ([\d.]+)/.exec(asked.stdout ?? '')
  return version ? { path, description: `${version[0]}, ${origin}` } : undefined
}

function fromDistribution(): Chromium | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  say.line('Chromium', 'installing the distribution’s package …')
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, { stdio: 'ignore', timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core')
  if (!install()) apt('update') && install()
  return installed()
}

function fromPlaywright(): Chromium | undefined {
  const require = createRequire(import.meta.url)
  const { chromium } = require('playwright-core') as { chromium: { executablePath(): string } }
  const before = programAt(chromium.executablePath(), 'Playwright’s own')
  if (before) return before
  say.line('Chromium', 'asking Playwright for its own build …')
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 600_000 })
  return programAt(chromium.executablePath(), 'Playwright’s own')
}

function refuseNamed(path: string): never {
  throw new Halt(`CHROME_PATH names ${path}, and that is no Chromium or Chrome that starts. Correct it, or unset it.`)
}

function refuse(): never {
  throw new Halt(
    'The end-to-end tests need a browser and none is here. Install Chromium (Debian: apt-get install chromium), or set CHROME_PATH to a Chromium or Chrome.',
  )
}
