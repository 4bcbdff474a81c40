import { readFileSync } from 'node:fs'
import { institutions } from './company.ts'
import { dueDay } from './due-day.ts'
import { expect, test } from './fixtures.ts'
import { plan } from './pages/plan.ts'
import { planPage } from './pages/plan-page.ts'
import { rail } from './pages/rail.ts'
import { comeIn, type Person } from './person.ts'
import { idsOfInstitutions, must, smallCase } from './small-case.ts'

const basis = { kind: 'legal-duty', rule: 'Rulebook on social welfare centres' }

/** Lets the health centre take part, with the core of the case only. */
async function inviteHealth(lead: Person, caseId: string): Promise<void> {
  const institutionId = (await idsOfInstitutions(lead)).get('nis-health')
  await must(lead, 'conferences/grantParticipation', { caseId, institutionId, personId: null, sections: ['core'], basis, until: null })
}

async function writeGoal({ page }: Person): Promise<void> {
  const { addGoal, goal, savedAfter } = plan(page)
  await addGoal('Education')
  const ours = goal('Education', 1)
  await ours.sentence.click()
  await page.keyboard.type('She comes to school every day.')
  await ours.addMeasure()
  await ours.measure.click()
  await page.keyboard.type('Four weeks without absence')
  await ours.addActivity()
  await ours.activity.click()
  await savedAfter(() => page.keyboard.type('Books and a school bag'))
}

/** Fills in what binds, each from its line in the column: the focus goes where the words are missing. */
async function fillGaps({ page }: Person): Promise<void> {
  const { gap, choose, day, beside } = planPage(page)
  await gap('The wishes of the beneficiary.').click()
  await expect(plan(page).wishes).toBeFocused()
  await page.keyboard.type('I want to go back to my class.')
  await choose('How the beneficiary took part', 'took part in person')
  await choose('Contact', 'every week')
  await day('Review of the plan', dueDay)
  await gap('A measure has no target.').click()
  await expect(page.getByRole('textbox', { name: 'How it is to be' })).toBeFocused()
  await page.keyboard.type('none')
  await gap('A measure does not say how it is checked.').click()
  await expect(page.getByRole('textbox', { name: 'How it is checked' })).toBeFocused()
  await page.keyboard.type('the class register')
  await gap('Nobody is responsible for an activity.').click()
  await expect(page.getByRole('button', { name: /^Responsible institution/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: institutions.schools, exact: true }).click()
  await plan(page).goal('Education', 1).due(dueDay)
  await expect(beside.getByText('Nothing binding is missing')).toBeVisible()
  await plan(page).saved()
}

test('a plan begins from a template, is not approved with gaps, is completed, approved, signed, printed, compared and restored', async ({
  browser,
  installation,
}) => {
  const [milica, tamara] = [
    await comeIn(browser, installation.address, 'Milica Đorđević'),
    await comeIn(browser, installation.address, 'Tamara Nikolić'),
  ]
  const caseId = await smallCase(tamara, milica)
  const { page } = milica
  const pages = planPage(page)

  await test.step('begin from a template, and take that back', async () => {
    await page.goto(`/cases/${caseId}/plan`)
    await pages.beginFrom('Contribution to a case conference')
    await expect(page.getByText('Attendance, progress, behaviour, friends')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('Attendance, progress, behaviour, friends')).toHaveCount(0)
    await pages.beginFrom('Contribution to a case conference')
    await writeGoal(milica)
  })
  await test.step('it is not approved while something binding is missing', async () => {
    await pages.open('Approval')
    await expect(page.getByText('something binding is missing')).toBeVisible()
    await expect(page.getByText('A measure has no target.')).toBeVisible()
    await page.getByRole('button', { name: 'Approve the plan' }).click()
    await pages.dialog.getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(pages.dialog.getByRole('alert')).toBeVisible()
    await page.keyboard.press('Escape')
    await pages.open('Document')
  })
  await test.step('it is completed from the list and approved', async () => {
    await fillGaps(milica)
    await pages.open('Approval')
    await expect(page.getByText('nothing binding is missing')).toBeVisible()
    await page.getByRole('button', { name: 'Approve the plan' }).click()
    await pages.dialog.getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Version 1' })).toBeVisible()
  })
  await test.step('the school signs off with a reservation, and the lead sees it without loading anything', async () => {
    await tamara.page.goto(new URL(page.url()).pathname)
    await tamara.page.getByRole('button', { name: 'Sign off' }).click()
    const { dialog } = planPage(tamara.page)
    await dialog.getByText('We agree with a reservation').click()
    await dialog.getByRole('textbox', { name: 'Reservation' }).fill('Only with a place in the morning shift.')
    await dialog.getByRole('button', { name: 'Sign off' }).click()
    await expect(tamara.page.getByText('agrees with a reservation')).toBeVisible()
    await expect(page.getByText('Only with a place in the morning shift.')).toBeVisible()
  })
  await test.step('it is printed', async () => {
    for (const audience of ['all that is open to me', 'what concerns one institution', 'the person’s own copy, in plain language']) {
      await page.getByText(audience).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the PDF' }).click()])
      expect(
        readFileSync(await download.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
  })
  await test.step('a later draft is compared with it and taken back to it', async () => {
    await pages.open('Document')
    await plan(page).goal('Education', 1).sentence.click()
    await page.keyboard.press('End')
    await plan(page).savedAfter(() => page.keyboard.type(' Gladly.'))
    await pages.open('History')
    await page.getByRole('listitem').filter({ hasText: 'Version 1' }).getByRole('link', { name: 'Compare with the draft' }).click()
    await expect(page.getByRole('insertion').filter({ hasText: 'Gladly.' })).toBeVisible()
    await page.getByRole('region', { name: 'Common part' }).getByRole('button', { name: 'Restore as a new draft' }).click()
    await pages.dialog.getByRole('button', { name: 'Restore' }).click()
    await expect(page.getByRole('insertion')).toHaveCount(0)
    await pages.open('Document')
    await expect(plan(page).goal('Education', 1).sentence).toHaveText('She comes to school every day.')
  })
  for (const { context } of [milica, tamara]) await context.close()
})

test('a closed door is asked for, granted, and opens where one stands; who is named in a comment hears of it', async ({
  browser,
  installation,
}) => {
  const enter = (name: string) => comeIn(browser, installation.address, name)
  const [milica, tamara, sonja] = [await enter('Milica Đorđević'), await enter('Tamara Nikolić'), await enter('Sonja Ristić')]
  const caseId = await smallCase(tamara, milica)
  await inviteHealth(milica, caseId)
  const hers = planPage(sonja.page)

  await test.step('she asks for a closed part', async () => {
    await expect(async () => {
      await sonja.page.goto(`/cases/${caseId}/plan`)
      await expect(hers.door('Health')).toBeVisible({ timeout: 5_000 })
    }).toPass()
    await hers.door('Health').getByRole('button', { name: 'Ask to see it' }).click()
    await hers.dialog.getByRole('textbox', { name: 'Reason' }).fill('I examine her on Thursday.')
    await hers.dialog.getByRole('button', { name: 'Ask to see it' }).click()
    await expect(hers.door('Health')).toContainText('is waiting for an answer')
  })
  await test.step('who leads opens it on a basis, and the part opens without loading anything', async () => {
    await milica.page.goto(`/cases/${caseId}/plan/access`)
    await expect(milica.page.getByText('I examine her on Thursday.')).toBeVisible()
    await milica.page.getByRole('button', { name: 'Open it' }).click()
    const { dialog } = planPage(milica.page)
    await dialog.getByText('Duty by law or agreement').click()
    await dialog.getByRole('textbox', { name: /Which rule/ }).fill('Law on health care, Article 11')
    await dialog.getByRole('button', { name: 'Let them take part' }).click()
    await expect(plan(sonja.page).prose('Health')).toBeVisible()
  })
  await test.step('a comment names her, and her inbox tells her', async () => {
    const { page } = milica
    await planPage(page).open('Document')
    await plan(page).addGoal('Health')
    await page.keyboard.type('She has her own doctor.')
    await plan(page).saved()
    await page.getByRole('button', { name: 'More on goal 1' }).click()
    await page.getByRole('menuitem', { name: 'Comment' }).click()
    const { beside } = planPage(page)
    await beside.getByRole('textbox', { name: 'Comment' }).fill('Can she come before Friday?')
    await beside.getByRole('combobox').fill('Sonja')
    await page.getByRole('option', { name: /Sonja Ristić/ }).click()
    await beside.getByRole('button', { name: 'Send', exact: true }).click()
    await hers.tab('Comments')
    await expect(hers.beside.getByText('Can she come before Friday?')).toBeVisible()
    await rail(sonja.page).open('Inbox')
    await expect(sonja.page.getByText('You are mentioned in a comment beside a plan.')).toBeVisible()
  })
  for (const { context } of [milica, tamara, sonja]) await context.close()
})

test('PL8: what is missing in a fresh plan is read at a glance: its parts with their numbers, opened by keyboard, the line leads to the place', async ({
  browser,
  installation,
}) => {
  const [milica, tamara] = [
    await comeIn(browser, installation.address, 'Milica Đorđević'),
    await comeIn(browser, installation.address, 'Tamara Nikolić'),
  ]
  const caseId = await smallCase(tamara, milica)
  const { page } = milica
  await page.goto(`/cases/${caseId}/plan`)
  const pages = planPage(page)
  await pages.beginFrom('Plan of services and measures for a child and family')
  const wishes = pages.missingPart('Wishes').first()
  await expect(wishes).toHaveAttribute('aria-expanded', 'false')
  await expect(pages.gap('The wishes of the beneficiary.')).toHaveCount(0)
  await wishes.focus()
  await page.keyboard.press('Enter')
  await expect(wishes).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Tab')
  await expect(pages.gap('How the beneficiary took part in making the plan.')).toBeFocused()
  await pages.gap('The wishes of the beneficiary.').press('Enter')
  await expect(plan(page).wishes).toBeFocused()
  await page.keyboard.type('To live close to my sister.')
  await expect(pages.missingPart('Wishes').first()).toContainText('1')
})
