import { expect } from '@playwright/test'
import type { Person } from '../person.ts'
import { plan } from './plan.ts'

/** Somebody who writes sentence after sentence into one text of a plan, each in a paragraph of its own. */
export interface PlanWriter {
  /** Types on at the end of the text; resolves when the last key was pressed, whatever has become of the line meanwhile. */
  type(words: string): Promise<void>
  /** Begins the next paragraph. */
  breakLine(): Promise<void>
  /** Resolves when the page says that everything is durable, in whatever time it takes to find the services again. */
  saved(): Promise<void>
  /** Resolves when all of these stand on the page. */
  sees(sentences: readonly string[]): Promise<void>
}

/** Enough for a service that starts again on a busy machine, and for the longest pause between two tries of a browser. */
const patience = { timeout: 45_000 }

/** Opens the plan of the case and goes to the end of a text of it. */
export async function planWriter({ page }: Person, caseId: string, section: string): Promise<PlanWriter> {
  await page.goto(`/cases/${caseId}/plan`)
  const { prose, mark } = plan(page)
  await prose(section).click()
  return {
    type: (words) => page.keyboard.type(words, { delay: 15 }),
    breakLine: () => page.keyboard.press('Enter'),
    saved: () => expect(mark).toHaveText(/^Saved durably/, patience),
    sees: async (sentences) => {
      for (const sentence of sentences) await expect(page.getByRole('main')).toContainText(sentence, patience)
    },
  }
}
