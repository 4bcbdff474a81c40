import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

/** How a person of a picture looks at the workspace. */
export interface View {
  readonly language?: 'en' | 'sr-Latn' | 'sr-Cyrl'
  readonly dark?: boolean
  readonly phone?: boolean
}

/** A demo person in a browser of their own. */
export interface Person {
  readonly page: Page
  /** Calls an operation of a service as this person, from their page; rejects with what the service said. */
  call<Answer>(service: string, operation: string, input: object): Promise<Answer>
  /** Shows a room and waits until it stands still. */
  show(path: string): Promise<Page>
  leave(): Promise<void>
}

const desk = { width: 1440, height: 1000 }
const phone = { width: 360, height: 780 }

const contextOptions = ({ dark, phone: isPhone }: View): BrowserContextOptions => ({
  viewport: isPhone ? phone : desk,
  colorScheme: dark ? 'dark' : 'light',
  reducedMotion: 'reduce',
  ...(isPhone ? { hasTouch: true, isMobile: true } : {}),
})

const post = async (page: Page, path: string, input: object): Promise<unknown> => {
  const answer = await page.evaluate(
    async ({ path, body }) => {
      const headers = { 'content-type': 'application/json', 'x-mreza': '1', 'idempotency-key': crypto.randomUUID() }
      const response = await fetch(path, { method: 'POST', headers, body })
      return { ok: response.ok, text: await response.text() }
    },
    { path, body: JSON.stringify(input) },
  )
  if (!answer.ok) throw new Error(`${path} answered ${answer.text}`)
  return (JSON.parse(answer.text) as { result: { data: unknown } }).result.data
}

/** Waits until nothing loads, the fonts are there and no query is on its way. */
export const settle = async (page: Page): Promise<void> => {
  await page.locator('main').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(1_500)
}

/** Opens a browser, chooses the language and, unless `slug` is null, signs the demo person in. */
export const openPerson = async (browser: Browser, address: string, slug: string | null, view: View = {}): Promise<Person> => {
  const context = await browser.newContext({ ...contextOptions(view), baseURL: address, locale: 'en-GB', timezoneId: 'Europe/Belgrade' })
  const language = view.language ?? 'en'
  await context.addInitScript((chosen) => localStorage.setItem('mreza.language', chosen), language)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto('/sign-in')
  const call = async <Answer>(service: string, operation: string, input: object) =>
    (await post(page, `/rpc/${service}/${operation}`, input)) as Answer
  if (slug !== null) {
    await call('identity', 'signInAsDemo', { personSlug: slug })
    await call('identity', 'setLanguage', { language })
  }
  const show = async (path: string) => {
    await page.goto(path)
    await settle(page)
    return page
  }
  return { page, call, show, leave: () => context.close() }
}
