import type { Browser } from '@playwright/test'
import type { Person } from './person.ts'
import { call } from './rpc.ts'

/** Signs a demo person in without a screen, for what a test only needs to have happened. */
export async function backstage(browser: Browser, address: string, personSlug: string): Promise<Person> {
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  await page.goto('/sign-in')
  const { refusal } = await call(page, 'identity/signInAsDemo', { personSlug })
  if (refusal !== undefined) throw new Error(`${personSlug} may not sign in: ${refusal}`)
  return { name: personSlug, context, page }
}
