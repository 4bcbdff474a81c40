import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const globalSetup = join(root, 'libs/testkit/src/global-setup.ts')

/** One vitest project per package, named like the package's folder (`libs/db`): `npx vitest run --project libs/db`. */
const packages = globSync('{apps/*,libs/*,libs/contracts/*,protocols,tools,tests}/package.json', { cwd: root })
  .map((file) => dirname(file))
  .sort()

/** The trials take minutes, or in their long run hours, so they are a project of their own: `npx vitest run --project trials t16`. */
const trials = {
  extends: true as const,
  test: {
    name: 'trials',
    root: join(root, 'tests'),
    environment: 'node',
    include: ['trials/**/*.test.ts'],
    // Only against what hangs: the long run has no end to keep.
    testTimeout: process.env.MREZA_TRIALS === 'long' ? 0 : 600_000,
    hookTimeout: 120_000,
  },
}

export default defineConfig({
  root,
  test: {
    // PostgreSQL and NATS are real and are started once for the whole run.
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
    passWithNoTests: true,
    // Two workers: the smallest machine that the project promises to run on has two cores.
    maxWorkers: 2,
    projects: [
      ...packages.map((folder) => ({
        extends: true as const,
        test: {
          name: folder,
          root: join(root, folder),
          environment: 'node',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/node_modules/**', '**/dist/**', 'e2e/**', 'bench/**', 'trials/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      })),
      trials,
    ],
  },
})
