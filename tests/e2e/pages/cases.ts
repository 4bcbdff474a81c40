import type { DemoReferral } from '@mreza/protocols'
import type { Page } from '@playwright/test'

/** The room of cases: writing a referral, answering it, the case that opens. */
export const cases = (page: Page) => ({
  code: page.getByRole('heading', { level: 1 }),
  /** Writes the referral of the demo into a new form. */
  write: async (referral: DemoReferral, signs: readonly string[]) => {
    await page.getByRole('link', { name: 'Send a referral' }).click()
    await page.getByRole('radio', { name: 'Immediate, 24 h' }).check({ force: true })
    await page.getByRole('textbox', { name: 'Why this priority' }).fill(referral.priorityReason.en)
    await page.getByRole('radio', { name: 'child under 14' }).check({ force: true })
    for (const sign of signs) await page.getByRole('checkbox', { name: sign }).check({ force: true })
    await page.getByRole('textbox', { name: 'What happened' }).fill(referral.whatHappened.en)
    await page.getByRole('textbox', { name: 'Safety right now' }).fill(referral.immediateSafety.en)
    await page.getByRole('textbox', { name: 'What the person wishes' }).fill(referral.wishes.en)
    await page.getByLabel('Given name', { exact: true }).fill(referral.beneficiary.givenName.srLatn)
    await page.getByLabel('Family name', { exact: true }).fill(referral.beneficiary.familyName.srLatn)
  },
  send: () => page.getByRole('button', { name: 'Send the referral' }).click(),
  fact: (name: string) =>
    page
      .getByRole('main')
      .locator('dl > div')
      .filter({ has: page.getByText(name, { exact: true }) }),
  acknowledge: () => page.getByRole('button', { name: 'Acknowledge' }).click(),
  take: () => page.getByRole('button', { name: 'Take it' }).click(),
  nameManager: async (name: string) => {
    await page.getByRole('button', { name: 'Name a case manager' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name }).check({ force: true })
    await dialog.getByRole('button', { name: 'Name this person' }).click()
  },
  procedure: page.getByRole('region', { name: 'Procedure' }),
  step: (name: string) => page.getByRole('region', { name: 'Procedure' }).getByRole('listitem').filter({ hasText: name }),
  part: (name: string) => page.getByRole('navigation', { name: 'Parts of the case' }).getByRole('link', { name }).click(),
  missing: page.getByRole('heading', { name: 'There is nothing here for you' }),
})
