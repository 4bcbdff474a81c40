import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const asRoot = process.getuid?.() === 0

/** Found by `npm test`; by hand, CHROME_PATH or Debian's. */
const chromium = process.env.MREZA_CHROMIUM ?? process.env.CHROME_PATH ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: import.meta.dirname,
  // `npm run docs:images` plays the pictures of the rooms instead of the tests.
  testMatch: process.env.MREZA_SHOTS ? '**/*.shots.ts' : '**/*.spec.ts',
  outputDir: join(import.meta.dirname, '..', '..', 'test-results'),
  // One installation and two cores: tests take turns, and none gets a second chance.
  workers: 1,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Belgrade',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    // A trace of so many pages at once costs more than the test itself: MREZA_TRACE=1 asks for it.
    trace: process.env.MREZA_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // Chromium's own sandbox does not work for root.
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})
