import { test as base } from '@playwright/test'
import { startInstallation, type TestInstallation } from './installation.ts'

/**
 * Playwright's `test` with a fresh demo installation for each worker. `baseURL` is its address, so `page.goto('/')` leads to it; a test
 * of several people opens one `browser.newContext()` for each.
 */
export const test = base.extend<object, { installation: TestInstallation }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern; it needs none
    async ({}, use) => {
      const installation = await startInstallation()
      await use(installation)
      await installation.remove()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.address),
})

export { expect } from '@playwright/test'
