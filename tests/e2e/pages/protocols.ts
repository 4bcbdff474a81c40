import type { Page } from '@playwright/test'

/** The room of agreements: the library, a draft, an agreement and its signing. */
export const protocols = (page: Page) => {
  const dialog = page.getByRole('dialog')
  return {
    /** Begins an agreement from the library's template of this title. */
    begin: async (title: string) => {
      await page
        .getByRole('listitem')
        .filter({ hasText: title })
        .getByRole('link', { name: 'Make an agreement from this template' })
        .click()
    },
    party: (name: string) => page.getByRole('checkbox', { name }),
    choose: (name: string) => page.getByRole('checkbox', { name }).check({ force: true }),
    makeDraft: () => page.getByRole('button', { name: 'Make the draft' }).click(),
    send: async () => {
      await page.getByRole('button', { name: 'Send to the parties' }).click()
      await dialog.getByRole('button', { name: 'Send to the parties' }).click()
    },
    signatures: page.getByRole('complementary', { name: /Signatures|Parties/ }),
    standingOf: (institution: string) =>
      page
        .getByRole('complementary', { name: /Signatures|Parties/ })
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: institution, exact: true }) }),
    sign: async () => {
      await page.getByRole('button', { name: 'Sign', exact: true }).click()
      await dialog.getByRole('checkbox').check({ force: true })
      await dialog.getByRole('button', { name: 'Sign the agreement' }).click()
    },
    decline: async (reason: string) => {
      await page.getByRole('button', { name: 'Decline with a reason' }).click()
      const question = page.getByRole('alertdialog')
      await question.getByRole('textbox').fill(reason)
      await question.getByRole('button', { name: 'Decline', exact: true }).click()
    },
    whatFollows: page.getByRole('region', { name: 'What follows from declining' }),
    fingerprint: page.getByRole('heading', { name: 'Fingerprint of the text' }),
  }
}
