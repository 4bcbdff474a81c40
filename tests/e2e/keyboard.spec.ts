import type { Page } from '@playwright/test'
import { backstage } from './backstage.ts'
import { expect, test } from './fixtures.ts'
import { sendReferral } from './small-case.ts'

const most = 120

/** Presses Tab until what has the focus says this; fails when it never does. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  const said = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.replace(/\s+/g, ' ').trim() ?? '')
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab')
    if (words.test(await said())) return
  }
  throw new Error(`${most} times Tab never came to ${words}`)
}

test('a referral is taken by keyboard alone, from signing in to the case', async ({ browser, installation }) => {
  await sendReferral(await backstage(browser, installation.address, 'tamara-nikolic'))
  const page = await browser.newPage({ baseURL: installation.address, locale: 'en-GB' })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, /^Enter ?: Milica Đorđević$/)
  await page.keyboard.press('Enter')
  // Whatever else waits for her: other stories may have been played in the same installation.
  await expect(page.getByRole('link', { name: 'Referral from: Schools' }).first()).toBeVisible()
  await tabTo(page, /^Referral from: Schools$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Acknowledge' })).toBeVisible()
  await tabTo(page, /^Acknowledge$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('seen, waits for a decision')).toBeVisible()
  await tabTo(page, /^Take it$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^NI-26-\d{4}$/ })).toBeVisible()
})
