import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import type { Person } from './person.ts'

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

const write = async (page: Page, where: string, label: string, text: string) => {
  await section(page, where).getByRole('textbox', { name: label, exact: true }).first().click()
  await page.keyboard.type(text)
}

const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

const basic = 'Basic needs and material support'

/** What the case manager writes: what the child wants and how she took part, what is agreed on safety, and what she needs. */
const writeWishes = async (page: Page) => {
  // What she said in confidence is written in the room for it, not among the wishes that everybody reads.
  const wish = '“I would like to go back to my class.”'
  await write(page, 'Wishes', 'Wishes, in the beneficiary’s own words', wish)
  await choose(page, 'How the beneficiary took part', 'took part in person')
  await write(
    page,
    'Safety and accommodation',
    'Text: Safety and accommodation',
    'Tonight with a foster family; the police know the street.',
  )
  await write(page, basic, `Text: ${basic}`, 'Her clothes are too light for the weather.')
}

/** What the school writes: a goal with its measure and who does what. */
const writeGoal = async (page: Page) => {
  await section(page, basic).getByRole('button', { name: 'Add a goal' }).click()
  await write(page, basic, 'Goal 1', 'She has what she needs to come to school every day.')
  await section(page, basic).getByRole('button', { name: 'Add a measure of success' }).click()
  await write(page, basic, 'Measure of success', 'Four weeks without an unexplained absence; she says so herself.')
  await section(page, basic).getByRole('button', { name: 'Add an activity' }).click()
  await write(page, basic, 'Activity', 'Books, a school bag and warm shoes')
  await choose(page, 'Responsible institution', 'Schools')
}

/** Two institutions write the plan of a case at the same time; then the school reads on while the case manager has the caret in the text. */
export const writePlan = async (manager: Person, psychologist: Person, caseId: string): Promise<void> => {
  const path = `/cases/${caseId}/plan`
  await Promise.all([manager.show(path), psychologist.show(path)])
  await Promise.all([writeWishes(manager.page), writeGoal(psychologist.page)])
  await expect(psychologist.page.getByText('Her clothes are too light for the weather.')).toBeVisible()
  await expect(manager.page.getByText('Books, a school bag and warm shoes')).toBeVisible()
  await psychologist.page.locator('h1').first().click()
  await psychologist.page.evaluate(() => scrollTo(0, 0))
}

/** A few seconds of typing, so that a picture taken meanwhile shows whose caret it is. */
export const keepWriting = async (person: Person): Promise<void> => {
  await person.page.keyboard.type(' The Red Cross has a winter jacket for her, and she chose the yellow one.', { delay: 120 })
}
