import { expect, type Page } from '@playwright/test'
import type { DueDay } from '../due-day.ts'

/** Runs in the page: sees every state that the mark shows, however short. */
const untilSaved = () =>
  new Promise<void>((resolve) => {
    let onItsWay = false
    const look = () => {
      if (document.querySelector('span[data-state=sending]') !== null) onItsWay = true
      else if (onItsWay && document.querySelector('span[data-state=saved]') !== null) {
        observer.disconnect()
        resolve()
      }
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })

/** The individual plan that several people write at once. */
export const plan = (page: Page) => {
  const mark = page.getByText(/^(Saved durably at|Saving|No connection since)/)
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  return {
    section,
    prose: (name: string) => page.getByRole('textbox', { name: `Text: ${name}`, exact: true }),
    wishes: page.getByRole('textbox', { name: 'Wishes, in the beneficiary’s own words' }),
    here: page.getByRole('list', { name: 'Here now' }),
    /** The flag at a colleague's caret: the institution's short name, then the person. */
    flagOf: (short: string, person: string) => page.getByText(`${short} ${person}`, { exact: true }),
    mark,
    /** The words of a text as they stand there, without the flags of carets. */
    wordsOf: (label: string) =>
      page.getByRole('textbox', { name: label }).evaluate((editor: HTMLElement) => {
        const copy = editor.cloneNode(true) as HTMLElement
        for (const flag of copy.querySelectorAll('.ProseMirror-widget')) flag.remove()
        return copy.innerText.trim()
      }),
    addGoal: (area: string) => section(area).getByRole('button', { name: 'Add a goal' }).click(),
    goal: (area: string, number: number) => {
      const card = section(area)
        .getByRole('article')
        .nth(number - 1)
      return {
        card,
        sentence: card.getByRole('textbox', { name: `Goal ${number}`, exact: true }),
        own: card.getByRole('textbox', { name: `Goal ${number} in their own words` }),
        measure: card.getByRole('textbox', { name: 'Measure of success' }),
        activity: card.getByRole('textbox', { name: 'Activity' }),
        addMeasure: () => card.getByRole('button', { name: 'Add a measure of success' }).click(),
        addActivity: () => card.getByRole('button', { name: 'Add an activity' }).click(),
        due: async (due: DueDay) => {
          await card.getByRole('button', { name: /^By when/ }).click()
          const field = page.getByRole('dialog', { name: 'By when' })
          for (const [part, value] of Object.entries(due)) await field.getByRole('spinbutton', { name: part }).pressSequentially(value)
          await page.keyboard.press('Enter')
        },
        responsible: card.getByRole('button', { name: /Responsible institution/ }),
        assign: async (institution: string) => {
          await card.getByRole('button', { name: /Responsible institution/ }).click()
          await page.getByRole('option', { name: institution }).click()
        },
      }
    },
    /** Does something that changes the plan and resolves at the moment at which the bar, having said that it is on its way, calls it saved. */
    savedAfter: async (act: () => Promise<unknown>) => {
      const told = page.evaluate(untilSaved)
      await act()
      await told
      // Between two keys it may have said so of the first: what counts is what it says of the last.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      await expect(page.locator('span[data-state=sending]')).toHaveCount(0)
      await expect(page.locator('span[data-state=saved]')).toBeVisible()
    },
    /** Waits until the bar says that everything typed so far is durable. */
    saved: () => expect(mark).toHaveText(/^Saved durably/),
  }
}
