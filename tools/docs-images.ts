import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findChromium } from './provision/find-chromium.ts'

/** `npm run docs:images`: plays `tests/e2e/*.shots.ts` on a fresh demo installation; they put a picture of each room into `docs/images/`. */
const root = join(import.meta.dirname, '..')
const words = ['test', '--config', join('tests', 'e2e', 'playwright.config.ts'), '--reporter=list', ...process.argv.slice(2)]
const env = { ...process.env, MREZA_CHROMIUM: findChromium(process.env).path, MREZA_SHOTS: '1' }
const played = spawnSync(process.execPath, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), ...words], {
  cwd: root,
  env,
  stdio: 'inherit',
})
process.exit(played.status ?? 1)
