import { expect } from '@playwright/test'
import { institutions } from '../company.ts'
import { civilDay, dueDay } from '../due-day.ts'
import { plan } from '../pages/plan.ts'
import type { Stores } from '../stored-plan.ts'
import type { Scene } from './scene.ts'

export const written = {
  byPolice: 'The patrol passes the bus station every evening.',
  bySchool: 'Her class keeps her place.',
  goal: 'The child comes to school every day.',
  measure: 'Four weeks without absence.',
  activity: 'Watch the way to school.',
  last: 'Agreed by both.',
} as const

/** Step 5: two institutions write the plan at the same time; what is called saved is in PostgreSQL. */
export async function writeThePlan({ company, ledger }: Scene, caseId: string, stores: Stores): Promise<void> {
  const { nenad, tamara } = company
  const police = plan(nenad.page)
  const school = plan(tamara.page)
  for (const { page } of [nenad, tamara]) await page.goto(`/cases/${caseId}/plan`)
  await expect(police.here).toContainText('T. Nikolić')
  await expect(school.here).toContainText('N. Petrović')

  await writeAtOnce(company)
  await writeTheGoal(company)
  await police.prose('Family').click()
  await police.savedAfter(() => nenad.page.keyboard.type(written.last))
  const stored = await stores.planOf(caseId)
  const text = stored.prose.map((each) => each.text).join('\n')
  expect(text).toContain(written.byPolice)
  expect(text).toContain(written.bySchool)
  expect(text).toContain(written.last)
  expect(stored.goals).toHaveLength(1)
  expect(stored.goals[0]).toMatchObject({ outcome: written.goal, indicators: [{ text: written.measure }] })
  expect(stored.goals[0]?.activities[0]).toMatchObject({ what: written.activity, dueOn: civilDay(dueDay) })
  ledger.told(nenad, company.zoran)
  await ledger.agrees()
}

/** Both type into one text, each sees every letter of the other while it comes, and the flag of the institution at its caret. */
async function writeAtOnce({ nenad, tamara }: Scene['company']) {
  const police = plan(nenad.page)
  const school = plan(tamara.page)
  // The flags of colleagues stand in the texts that are in sight.
  await school.prose('Education').scrollIntoViewIfNeeded()
  await police.prose('Education').click()
  await nenad.page.keyboard.type('The')
  await expect(school.prose('Education')).toContainText('The')
  await expect(school.flagOf('PD', 'N. Petrović')).toBeVisible()
  await nenad.page.keyboard.type(written.byPolice.slice(3))
  await nenad.page.keyboard.press('Enter')
  await expect(school.prose('Education')).toContainText(written.byPolice)
  await school.prose('Education').click()
  await tamara.page.keyboard.press('Control+End')
  await Promise.all([tamara.page.keyboard.type(written.bySchool, { delay: 15 }), writeAbove(nenad.page)])
  await expect(police.flagOf('SCH', 'T. Nikolić')).toBeVisible()
  for (const side of [police, school]) {
    await expect.poll(() => side.wordsOf('Text: Education')).toContain(written.bySchool)
    await expect.poll(() => side.wordsOf('Text: Education')).toContain(`At once: ${written.byPolice}`)
  }
  expect(await police.wordsOf('Text: Education')).toBe(await school.wordsOf('Text: Education'))
}

async function writeAbove(page: Scene['company']['nenad']['page']) {
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('At once: ', { delay: 40 })
}

/** The school sets the goal; the police fill in what they will do, and until when. */
async function writeTheGoal({ nenad, tamara }: Scene['company']) {
  const school = plan(tamara.page)
  const police = plan(nenad.page)
  await school.addGoal('Education')
  const ours = school.goal('Education', 1)
  await ours.sentence.click()
  await tamara.page.keyboard.type(written.goal)
  await ours.addMeasure()
  await ours.measure.click()
  await tamara.page.keyboard.type(written.measure)
  const theirs = police.goal('Education', 1)
  await expect(theirs.sentence).toContainText(written.goal)
  await theirs.addActivity()
  await theirs.activity.click()
  await nenad.page.keyboard.type(written.activity)
  await theirs.due(dueDay)
  await theirs.assign(institutions.police)
  await expect(ours.activity).toContainText(written.activity)
  await expect(ours.responsible).toContainText(institutions.police)
}
