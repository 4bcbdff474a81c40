import type { Page } from '@playwright/test'

/** What waits for a person. */
export const today = (page: Page) => ({
  section: (name: string) => page.getByRole('region', { name, exact: true }),
  news: page.getByRole('region', { name: 'What happened' }),
  openFirst: (action: string) => page.getByRole('link', { name: action }).first().click(),
})
