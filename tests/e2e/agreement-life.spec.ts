import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { protocols } from './pages/protocols.ts'
import { openPerson, type Person } from './shots/person.ts'
import { castOf, institutionsOf } from './shots/story.ts'

/** Pictures while it plays, for who wants to look: a folder in MREZA_LOOK. */
const look = async (page: Page, name: string) => {
  const folder = process.env.MREZA_LOOK
  if (folder === undefined) return
  await page.waitForTimeout(600)
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
}

const more = async (page: Page, act: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: act }).click()
}
const question = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
const typeDate = async (page: Page, label: string) => {
  const today = new Date()
  const group = question(page).getByRole('group', { name: label })
  await group.getByRole('spinbutton').first().click()
  const two = (value: number) => String(value).padStart(2, '0')
  await page.keyboard.type(`${two(today.getDate())}${two(today.getMonth() + 1)}${today.getFullYear()}`)
}
const decide = async (page: Page, number: string, body: string) => {
  await question(page).getByRole('textbox', { name: 'Number of the decision' }).fill(number)
  await typeDate(page, 'Day of the decision')
  await question(page).getByRole('textbox', { name: 'Who made it' }).fill(body)
}

const slugs = ['nis-swc', 'nis-police', 'nis-schools', 'nis-health', 'nis-hppo']

test('an agreement is signed in rounds, after a council, in Mreža and on paper, comes into force, gives its documents, and is suspended', async ({
  browser,
  installation,
}) => {
  const open = (slug: string, view = {}): Promise<Person> => openPerson(browser, installation.address, slug, view)
  const coordinator = await open(castOf.coordinator)
  const { subject } = await coordinator.call<{ subject: { networkId: string } }>('identity', 'me', {})
  const ids = await institutionsOf(coordinator)
  const partyIds = slugs.map((slug) => ids.get(slug) ?? '')
  const { id: agreementId } = await coordinator.call<{ id: string }>('agreements', 'draftAgreement', {
    networkId: subject.networkId,
    templateId: 'intersectoral-cooperation-trafficking',
    partyIds,
  })
  const path = `/protocols/${agreementId}`

  await coordinator.show(path)
  await more(coordinator.page, 'Order of signing')
  await look(coordinator.page, '01-order')
  for (const name of [/Health/, /prosecut/i]) {
    await question(coordinator.page).getByRole('button', { name }).click()
    await coordinator.page.getByRole('option', { name: 'round 2' }).click()
  }
  await question(coordinator.page).getByRole('textbox', { name: 'Name of round 1' }).fill('Who leads')
  await question(coordinator.page).getByRole('textbox', { name: 'Name of round 2' }).fill('Health and justice')
  await question(coordinator.page).getByRole('button', { name: 'Save the order' }).click()
  await expect(coordinator.page.getByRole('heading', { name: '2. Health and justice' })).toBeVisible()
  await protocols(coordinator.page).send()
  await expect(coordinator.page.getByText('To be signed by').first()).toBeVisible()

  const police = await open(castOf.policeHead)
  await police.show(path)
  await more(police.page, 'Decision of the council or board')
  await question(police.page).getByRole('button', { name: 'Record', exact: true }).click()
  await expect(protocols(police.page).signatures).toContainText('its council decides first')
  await more(police.page, 'Decision of the council or board')
  await question(police.page).getByText('it decided in favour').click()
  await decide(police.page, '01-17/2026', 'City assembly of Niš')
  await look(police.page, '02-council')
  await question(police.page).getByRole('button', { name: 'Record', exact: true }).click()
  await expect(protocols(police.page).signatures).toContainText('council in favour: no. 01-17/2026')
  await police.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(question(police.page)).toContainText('This is a demo: the signature is confirmed with the code 000000')
  await look(police.page, '03-sign')
  await question(police.page).getByRole('button', { name: 'Cancel' }).click()
  await protocols(police.page).sign()
  await expect(protocols(police.page).signatures).toContainText('in Mreža, demo: confirmed with the code that everybody knows')

  const health = await open(castOf.healthHead)
  await health.show(path)
  await expect(health.page.getByText('Others sign before your institution.')).toBeVisible()
  await expect(health.page.getByRole('button', { name: 'Sign', exact: true })).toHaveCount(0)

  const welfare = await open(castOf.welfareHead)
  await welfare.show(path)
  await protocols(welfare.page).sign()

  await coordinator.show(path)
  await more(coordinator.page, 'Record a signature on paper')
  const paper = question(coordinator.page)
  await paper.getByRole('button', { name: /Institution that signed/ }).isVisible()
  await paper.getByRole('textbox', { name: 'Who signed' }).fill('Miroslav Antonijević')
  await paper.getByRole('textbox', { name: 'In what function' }).fill('direktor')
  await typeDate(coordinator.page, 'Day on the page')
  await paper
    .locator('input[type=file]')
    .setInputFiles({ name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 scan') })
  await look(coordinator.page, '04-paper')
  await paper.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(protocols(coordinator.page).signatures).toContainText('You recorded it; somebody else confirms it.')
  await look(coordinator.page, '05-waits')

  const official = await open('goran-savic')
  await official.show(path)
  await official.page.getByRole('button', { name: 'The page shows it' }).click()
  await expect(protocols(official.page).signatures).toContainText('on paper: Miroslav Antonijević, direktor')

  await health.show(path)
  await protocols(health.page).sign()
  await expect(protocols(health.page).signatures).toContainText('In force since')
  await look(health.page, '06-in-force')

  await coordinator.show(path)
  for (const name of ['Sealed text', 'Certificate of signing']) {
    const download = coordinator.page.waitForEvent('download')
    await coordinator.page.getByRole('button', { name }).click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
    if (process.env.MREZA_LOOK !== undefined) await (await download).saveAs(`${process.env.MREZA_LOOK}/${name.replaceAll(' ', '-')}.pdf`)
  }

  await more(coordinator.page, 'Suspend')
  await question(coordinator.page)
    .getByRole('textbox', { name: /Reason/ })
    .fill('A new law on protection is awaited')
  await decide(coordinator.page, '02-9/2026', 'Steering group')
  await look(coordinator.page, '07-suspend')
  await question(coordinator.page).getByRole('button', { name: 'Suspend', exact: true }).click()
  await expect(protocols(coordinator.page).signatures).toContainText('suspended')
  await expect(protocols(coordinator.page).signatures).toContainText('decision no. 02-9/2026')
  await look(coordinator.page, '08-suspended')
  for (const [name, view] of [
    ['09-phone', { phone: true }],
    ['10-dark', { dark: true, language: 'sr-Latn' }],
    ['11-cyrillic-phone', { phone: true, dark: true, language: 'sr-Cyrl' }],
  ] as const) {
    const reader = await open(castOf.coordinator, view)
    await reader.show(path)
    const sideways = await reader.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(sideways, name).toBeLessThanOrEqual(0)
    await look(reader.page, name)
    await reader.leave()
  }
})
