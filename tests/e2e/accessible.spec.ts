import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page, TestInfo } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { type LivedIn, livedIn } from './lived-in.ts'
import { comeIn } from './person.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 360, height: 740 }
const inCyrillic = { locale: 'sr-Cyrl-RS', enter: 'Уђи' }

/** Every address of the workspace, by who looks at it. */
const placesOf = ({ agreementId, caseId, referralId, conferenceId, institutionId }: LivedIn) => ({
  'Милица Ђорђевић': [
    '/today',
    '/inbox',
    '/cases',
    '/cases/refer',
    `/cases/referrals/${referralId}`,
    ...[
      '',
      '/plan',
      '/plan/history',
      '/plan/compare',
      '/plan/approval',
      '/plan/access',
      '/conferences',
      '/people',
      '/access-log',
      '/conferences/new',
    ].map((part) => `/cases/${caseId}${part}`),
    `/cases/conferences/${conferenceId}`,
  ],
  'Јелена Станковић': [
    '/directory',
    '/directory?network=national',
    `/directory/${institutionId}`,
    '/protocols',
    '/protocols/obligations',
    '/protocols/new/intersectoral-cooperation-trafficking',
    `/protocols/${agreementId}`,
    '/tracker',
    '/no-such-room',
  ],
  'Петар Костић': [`/protocols/${agreementId}`, `/cases/conferences/${conferenceId}`],
})

/** What axe finds on the page as it is now: serious and critical faults as sentences; lesser ones are kept with the test. */
async function faultsOf(page: Page, where: string, info: TestInfo): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const said = violations.map(({ id, impact, nodes }) => ({
    impact,
    text: `${where}: ${id} at ${nodes.map(({ target }) => target).join(' | ')}`,
  }))
  for (const { impact, text } of said)
    if (impact === 'moderate' || impact === 'minor') info.annotations.push({ type: impact, description: text })
  return said.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ text }) => text)
}

/** By how many points the page is wider than its window. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Looks at one page: light on a desk, dark in the hand, and never sideways. */
async function look(page: Page, place: string, info: TestInfo): Promise<string[]> {
  await page.setViewportSize(wide)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(place)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/^(Учитава се|Отвара се)$/)).toHaveCount(0)
  const faults = await faultsOf(page, `${place}, light, wide`, info)
  if ((await sideways(page)) > 0) faults.push(`${place} scrolls sideways at ${wide.width}`)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.setViewportSize(narrow)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  faults.push(...(await faultsOf(page, `${place}, dark, narrow`, info)))
  const over = await sideways(page)
  if (over > 0) faults.push(`${place} scrolls sideways by ${over} at ${narrow.width}`)
  return faults
}

async function lookAtAll(browser: Browser, address: string, info: TestInfo): Promise<string[]> {
  const faults: string[] = []
  const places = placesOf(await livedIn(browser, address))
  const anybody = await browser.newContext({ baseURL: address, locale: inCyrillic.locale })
  faults.push(...(await look(await anybody.newPage(), '/sign-in', info)))
  await anybody.close()
  for (const [name, list] of Object.entries(places)) {
    const { page, context } = await comeIn(browser, address, name, inCyrillic)
    for (const place of list) faults.push(...(await look(page, place, info)))
    await context.close()
  }
  return faults
}

test('every page is open to everybody: axe finds nothing serious, and no page scrolls sideways on a phone', async ({
  browser,
  installation,
}, info) => {
  test.setTimeout(600_000)
  expect(await lookAtAll(browser, installation.address, info)).toEqual([])
})
