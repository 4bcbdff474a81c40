import { expect, type Page } from '@playwright/test'
import type { DueDay } from '../due-day.ts'

/** A case conference: how it is called, answered and held. */
export const conference = (page: Page) => {
  const dialog = page.getByRole('dialog')
  const invited = (institution: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('radiogroup', { name: `Attendance: ${institution}` }) })
  return {
    rule: page.getByRole('region', { name: 'What the agreement says' }),
    invitee: (institution: string) => page.getByRole('checkbox', { name: institution }),
    withoutReason: page.getByRole('textbox', { name: 'Why the conference is held without them' }),
    sendInvitations: async (place: string) => {
      await page.getByRole('textbox', { name: 'Place' }).fill(place)
      await page.getByRole('button', { name: 'Send invitations' }).click()
    },
    accept: () => page.getByRole('button', { name: 'Accept the invitation' }).click(),
    decline: async (reason: string) => {
      await page.getByRole('button', { name: 'Decline with a reason' }).click()
      await dialog.getByRole('textbox').fill(reason)
      await dialog.getByRole('button', { name: 'Decline the invitation' }).click()
    },
    myAnswer: page.getByRole('region', { name: 'Answer of your institution' }),
    invitedList: page.getByRole('region', { name: /Who is (invited|here)/ }),
    open: () => page.getByRole('button', { name: 'Open the conference' }).click(),
    attendance: async (institution: string, how: 'here' | 'by phone' | 'not here') => {
      const choice = invited(institution).getByRole('radio', { name: how, exact: true })
      await choice.click({ force: true })
      await expect(choice).toBeChecked()
    },
    decide: async (text: string) => {
      await page.getByRole('textbox', { name: 'New decision' }).fill(text)
      await page.getByRole('button', { name: 'Record the decision' }).click()
    },
    decisions: page.getByRole('region', { name: 'Decisions' }),
    makeTask: async (decision: number, institution: string, dueOn: DueDay) => {
      await page.getByRole('button', { name: `Make decision ${decision} a task` }).click()
      await dialog.getByRole('button', { name: /Institution/ }).click()
      await page.getByRole('option', { name: institution }).click()
      const due = dialog.getByRole('group', { name: 'By when' })
      for (const [part, value] of Object.entries(dueOn)) await due.getByRole('spinbutton', { name: part }).pressSequentially(value)
      await dialog.getByRole('button', { name: 'Give the task' }).click()
    },
    close: async () => {
      await page.getByRole('button', { name: 'Close the conference' }).click()
      await dialog.getByRole('button', { name: 'Close the conference' }).click()
    },
  }
}
