import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWorkspace } from '../provision/build-workspace.ts'
import { findChromium } from '../provision/find-chromium.ts'
import { findNatsServer } from '../provision/nats/find-nats-server.ts'
import { say } from '../provision/say.ts'
import { type Counts, heedExit, oneFailed, onePassed } from './counts.ts'
import { playwrightCounts, vitestCounts } from './reports.ts'
import { type StepRun, succeeds } from './run-step.ts'

/** One part of the test run. A check counts as one test; a runner counts its own. */
export interface Step {
  readonly name: string
  readonly title: string
  run(run: StepRun): Promise<Counts>
}

/** The parts in their order: what is quick and tells most comes first. */
export const steps: readonly Step[] = [
  check('lint', 'format and lint', (root) => [bin(root, '@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.']),
  { name: 'types', title: 'types', run: runTypes },
  check('boundaries', 'doors between files', (root) => [
    bin(root, 'dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    ...['apps', 'libs', 'protocols', 'tools', 'tests'],
  ]),
  check('lock', 'lock file without gaps', (root) => [join(root, 'tools', 'lock-gaps.cjs')]),
  check('protocols', 'templates, networks and demo data', (root) => [join(root, 'protocols', 'src', 'check.ts')]),
  { name: 'unit', title: 'unit and integration tests', run: (run) => runVitest(run, 'unit', ['--project', '!trials']) },
  // One file at a time: a trial wants the machine for itself.
  { name: 'trials', title: 'trials', run: (run) => runVitest(run, 'trials', ['--project', 'trials', '--no-file-parallelism']) },
  { name: 'build', title: 'the workspace builds', run: runBuild },
  { name: 'e2e', title: 'the main job in a real browser', run: runPlaywright },
]

function check(name: string, title: string, words: (root: string) => string[]): Step {
  return { name, title, run: async (run) => ((await succeeds(run, process.execPath, words(run.root))) ? onePassed : oneFailed) }
}

/** One program for what runs on servers and one for the browser: each file is read once, not once for every project that needs it. */
async function runTypes(run: StepRun): Promise<Counts> {
  const sides = ['tsconfig.server.json', 'tsconfig.browser.json'].map((file) =>
    succeeds(run, process.execPath, [bin(run.root, 'typescript/bin/tsc'), '-p', file]),
  )
  return (await Promise.all(sides)).every(Boolean) ? onePassed : oneFailed
}

const bin = (root: string, path: string) => join(root, 'node_modules', path)

const cacheOf = (root: string) => join(root, '.mreza', 'cache')

function reportFile(root: string, name: string): string {
  const folder = join(root, '.mreza', 'reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

async function runVitest(run: StepRun, name: string, chosen: readonly string[]): Promise<Counts> {
  const nats = findNatsServer(cacheOf(run.root))
  say.line('NATS', `${nats.version}, ${nats.origin}`)
  const report = reportFile(run.root, name)
  const words = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = { ...run.env, MREZA_NATS_SERVER: nats.path }
  const succeeded = await succeeds({ ...run, env }, process.execPath, [bin(run.root, 'vitest/vitest.mjs'), ...words])
  return heedExit(vitestCounts(report), succeeded)
}

async function runBuild({ root }: StepRun): Promise<Counts> {
  await buildWorkspace(root, cacheOf(root))
  return onePassed
}

async function runPlaywright(run: StepRun): Promise<Counts> {
  const chromium = findChromium(run.env)
  say.line('browser', chromium.description)
  const report = reportFile(run.root, 'playwright')
  const env = { ...run.env, MREZA_CHROMIUM: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const words = ['test', '--config', join('tests', 'e2e', 'playwright.config.ts'), '--reporter=list,json']
  const succeeded = await succeeds({ ...run, env }, process.execPath, [bin(run.root, '@playwright/test/cli.js'), ...words])
  return heedExit(playwrightCounts(report), succeeded)
}
