import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Somebody at work: their own browser session, signed in by one click of the demo's register, and the page they look at. */
export interface Person {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
}

/** How a person comes in. */
export interface Coming {
  /** The browser's language; what the workspace speaks at first follows from it. */
  readonly locale?: string
  /** The name of the button in that language, such as `Enter` or `Уђи`. */
  readonly enter?: string
}

/** Opens a browser session of its own and signs in there. */
export async function comeIn(browser: Browser, address: string, name: string, { locale = 'en-GB', enter = 'Enter' }: Coming = {}) {
  const context = await browser.newContext({ baseURL: address, locale })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: new RegExp(`^${enter}\\s*: ${name}$`) }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  return { name, context, page } satisfies Person
}
