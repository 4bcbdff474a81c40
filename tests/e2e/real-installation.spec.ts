import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { startInstallation, type TestInstallation } from './installation.ts'

/** An installation with nobody in it, as a city starts one. */
const test = base.extend<object, { installation: TestInstallation }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern; it needs none
    async ({}, use) => {
      const installation = await startInstallation({ demo: false })
      await use(installation)
      await installation.remove()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.address),
})

const password = 'zeleni čamac na Nišavi 7'
const administrator = { name: 'Vesna Rakić', email: 'vesna.rakic@primer.rs' }
const coordinator = { name: 'Jelena Stanković', email: 'jelena.stankovic@primer.rs', title: ['Koordinatorka', 'Coordinator'] as const }
const practitioner = { name: 'Ljubica Džamić', email: 'ljubica.dzamic@primer.rs', title: ['Socijalna radnica', 'Social worker'] as const }

const setUpLink = async (installation: TestInstallation): Promise<string> => {
  const link = () => /http:\/\/\S+\/set-up#[A-Za-z0-9_-]{43}/.exec(installation.said())?.[0]
  await expect.poll(link).toBeDefined()
  return link() ?? ''
}

const someoneAt = async (browser: Browser, baseURL: string | undefined): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  return { context, page: await context.newPage() }
}

const chooseTwice = async (page: Page) => {
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('The same password again').fill(password)
}

const room = (page: Page, name: string) => page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name })

interface Whom {
  readonly name: string
  readonly email: string
  readonly title: readonly [string, string]
}

/** Fills in the form of an invitation and gives the link that is shown once. */
const invite = async (page: Page, whom: Whom, institution: string, roles: readonly string[]): Promise<string> => {
  await page.getByRole('link', { name: 'Invite a person' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Invite a person' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Institution' }).fill(institution)
  await page.getByRole('option', { name: institution }).first().click()
  await page.getByLabel('Name and surname').fill(whom.name)
  await page.getByLabel('Job title in Serbian').fill(whom.title[0])
  await page.getByLabel('Job title in English').fill(whom.title[1])
  await page.getByLabel('E-mail').fill(whom.email)
  for (const role of ['network coordinator', 'practitioner']) {
    const box = page.getByRole('checkbox', { name: role })
    if ((await box.isChecked()) !== roles.includes(role)) await page.locator('label', { has: box }).click()
  }
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByText(`Give this link to the person yourself: ${whom.name}.`)).toBeVisible()
  return page.getByLabel('Link of the invitation').inputValue()
}

const accept = async (page: Page, link: string, whom: Whom) => {
  await page.goto(link)
  await expect(page.getByRole('heading', { name: whom.name })).toBeVisible()
  await chooseTwice(page)
  await page.getByRole('button', { name: 'Accept and enter' }).click()
  await expect(room(page, 'Today')).toBeVisible()
}

const signIn = async (page: Page, email: string, word: string) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(word)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a city starts with nobody: the administrator brings in the coordinator, who brings in a practitioner and ends their membership', async ({
  browser,
  page,
  baseURL,
  installation,
}) => {
  const centre = 'Social Welfare Center'
  const [jelena, ljubica] = [await someoneAt(browser, baseURL), await someoneAt(browser, baseURL)]

  await test.step('nobody is offered, and nobody gets in', async () => {
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect(page.getByText('Demo people')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Enter/ })).toHaveCount(0)
  })

  await test.step('the link of the start makes the administrator, once', async () => {
    const link = await setUpLink(installation)
    await page.goto(link)
    await page.getByLabel('Name and surname').fill(administrator.name)
    await page.getByLabel('E-mail').fill(administrator.email)
    await chooseTwice(page)
    await page.getByRole('button', { name: 'Set up and enter' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Administration' })).toBeVisible()
    await expect(room(page, 'Cases')).toHaveCount(0)
    await expect(page.getByText('All parts do their work.')).toBeVisible()
  })

  await test.step('the administrator invites the coordinator of Niš', async () => {
    await page.getByRole('button', { name: /Network/ }).click()
    await page.getByRole('option', { name: 'Niš' }).click()
    const link = await invite(page, coordinator, centre, ['network coordinator'])
    await accept(jelena.page, link, coordinator)
    await expect(jelena.page.getByText('Network in Niš').first()).toBeVisible()
    await page.getByRole('link', { name: 'Back to the members' }).click()
    await expect(page.getByRole('list', { name: 'Members' }).getByText(coordinator.name, { exact: true })).toBeVisible()
    const spent = await jelena.context.newPage()
    await spent.goto(link)
    await expect(spent.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
    await spent.close()
  })

  await test.step('a wrong password and an unknown address get the same sentence', async () => {
    await jelena.context.clearCookies()
    const sentence = jelena.page.getByRole('alert').filter({ hasText: 'The e-mail or the password is not right.' })
    await signIn(jelena.page, coordinator.email, 'nije to ta lozinka')
    await expect(sentence).toBeVisible()
    await signIn(jelena.page, 'niko@primer.rs', password)
    await expect(sentence).toBeVisible()
    await signIn(jelena.page, coordinator.email, password)
    await expect(room(jelena.page, 'Today')).toBeVisible()
  })

  await test.step('the coordinator stands in the directory by name and invites a practitioner, but gives no role beyond the network', async () => {
    await room(jelena.page, 'Administration').click()
    await expect(jelena.page.getByRole('list', { name: 'Members' }).getByText(`${coordinator.name} (you)`)).toBeVisible()
    await jelena.page.getByRole('link', { name: 'Invite a person' }).click()
    await expect(jelena.page.getByRole('checkbox', { name: 'practitioner' })).toBeVisible()
    await expect(jelena.page.getByRole('checkbox', { name: 'administrator' })).toHaveCount(0)
    await jelena.page.getByRole('link', { name: 'Back to the members' }).click()
    const link = await invite(jelena.page, practitioner, centre, ['practitioner'])
    await accept(ljubica.page, link, practitioner)
    await expect(room(ljubica.page, 'Administration')).toHaveCount(0)
    await expect(async () => {
      await ljubica.page.goto('/directory')
      await ljubica.page
        .getByRole('link', { name: /Social Welfare Center/ })
        .first()
        .click()
      await expect(ljubica.page.getByText(coordinator.name)).toBeVisible({ timeout: 2_000 })
      await expect(ljubica.page.getByText(practitioner.name).last()).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
  })

  await test.step('ending the membership throws the practitioner out of the open page and lets nobody in again', async () => {
    await ljubica.page.goto('/today')
    await expect(room(ljubica.page, 'Today')).toBeVisible()
    await jelena.page.getByRole('link', { name: 'Back to the members' }).click()
    await jelena.page.getByRole('button', { name: new RegExp(`End the membership.*${practitioner.name}`) }).click()
    await jelena.page.getByRole('button', { name: 'End now' }).click()
    await expect(jelena.page.getByRole('list', { name: 'Members' }).getByText(practitioner.name)).toHaveCount(0)
    await expect(ljubica.page).toHaveURL(/\/sign-in/)
    await signIn(ljubica.page, practitioner.email, password)
    await expect(ljubica.page.getByRole('alert').filter({ hasText: 'The e-mail or the password is not right.' })).toBeVisible()
  })

  await test.step('a withdrawn invitation opens nothing', async () => {
    const link = await invite(jelena.page, { ...practitioner, name: 'Ana Ilić', email: 'ana.ilic@primer.rs' }, centre, ['practitioner'])
    await jelena.page.getByRole('link', { name: 'Back to the members' }).click()
    await jelena.page.getByRole('button', { name: /Withdraw.*Ana Ilić/ }).click()
    await jelena.page.getByRole('button', { name: 'Withdraw the invitation' }).click()
    await expect(jelena.page.getByText('No invitation waits for an answer.')).toBeVisible()
    await ljubica.page.goto(link)
    await expect(ljubica.page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
    await expect(ljubica.page.getByRole('button', { name: 'Accept and enter' })).toHaveCount(0)
  })
})
