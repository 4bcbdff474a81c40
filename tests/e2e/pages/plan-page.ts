import { expect, type Page } from '@playwright/test'
import type { DueDay } from '../due-day.ts'

/** What stands around and beside the texts of a plan: values in the text, the column beside it, and its other pages. */
export const planPage = (page: Page) => {
  const beside = page.getByRole('complementary', { name: 'Beside the plan' })
  const tab = (name: string) => beside.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  return {
    beside,
    tab,
    open: async (name: 'Document' | 'History' | 'Approval' | 'Who may what') => {
      await page.getByRole('navigation', { name: 'Pages of the plan' }).getByRole('link', { name, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
    /** Begins from the template with this title. */
    beginFrom: (title: string) =>
      page.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: 'Begin with this' }).click(),
    /** What the column says is missing. */
    gap: (sentence: string) => beside.getByRole('button', { name: sentence }),
    /** A part of the list of what is missing, by its name. */
    missingPart: (name: string) => beside.getByRole('button', { name: new RegExp(`^${name} \\d+$`) }),
    /** Chooses a value in the text. */
    choose: async (label: string, option: string) => {
      await page.getByRole('button', { name: new RegExp(`^${label}:`) }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
      await expect(page.getByRole('button', { name: `${label}: ${option}` })).toBeVisible()
    },
    /** Sets a day in the text. */
    day: async (label: string, day: DueDay) => {
      await page.getByRole('button', { name: new RegExp(`^${label}:`) }).click()
      const field = page.getByRole('dialog', { name: label })
      for (const [part, value] of Object.entries(day)) await field.getByRole('spinbutton', { name: part }).pressSequentially(value)
      await page.keyboard.press('Enter')
      await expect(field).toHaveCount(0)
    },
    door: (name: string) => page.getByRole('region', { name, exact: true }),
    dialog: page.getByRole('dialog'),
  }
}
