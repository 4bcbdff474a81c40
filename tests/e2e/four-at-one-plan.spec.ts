import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { plan } from './pages/plan.ts'
import { comeIn, type Person } from './person.ts'
import { idsOfInstitutions, must, smallCase } from './small-case.ts'
import { openStores } from './stored-plan.ts'

/** Enough for a busy machine; nothing here is measured. */
const patience = { timeout: 45_000 }
const section = 'Education'
const text = (page: Page) => plan(page).prose(section)

interface Four {
  readonly caseId: string
  readonly writer: Person
  readonly commenter: Person
  readonly reader: Person
  readonly leaving: Person
}

/** A case of the centre's Milica, who writes; health may comment, the police may read, and the school takes part until it does not. */
async function gather(browser: Browser, address: string): Promise<Four> {
  const who = (name: string) => comeIn(browser, address, name)
  const [writer, leaving] = [await who('Milica Đorđević'), await who('Tamara Nikolić')]
  const [commenter, reader] = [await who('Sonja Ristić'), await who('Nenad Petrović')]
  const caseId = await smallCase(leaving, writer)
  const { planId } = await must<{ planId: string }>(writer, 'plans/openPlan', { caseId })
  const ids = await idsOfInstitutions(writer)
  for (const [slug, right] of [
    ['nis-health', 'comment'],
    ['nis-police', 'read'],
  ] as const) {
    const institutionId = ids.get(slug)
    const basis = { kind: 'legal-duty', rule: 'cooperation-duty' }
    await must(writer, 'conferences/grantParticipation', { caseId, institutionId, personId: null, sections: ['core'], basis, until: null })
    // The plan hears of a new participant a moment later.
    await expect(() => must(writer, 'plans/narrowRight', { planId, institutionId, right })).toPass(patience)
  }
  return { caseId, writer, commenter, reader, leaving }
}

const openPlan = async ({ page }: Person, caseId: string) => {
  await page.goto(`/cases/${caseId}/plan`)
  await expect(text(page)).toBeVisible(patience)
}

/** Ends what the school was granted in the case. */
async function revoke({ caseId, writer, leaving }: Four): Promise<void> {
  const { subject } = await must<{ subject: { institutionId: string } }>(leaving, 'identity/me', {})
  interface Part {
    readonly id: string
    readonly institutionId: string
    readonly endedAt: string | null
  }
  const { participations } = await must<{ participations: Part[] }>(writer, 'conferences/readCase', { caseId })
  for (const { id } of participations.filter(({ institutionId, endedAt }) => institutionId === subject.institutionId && endedAt === null))
    await must(writer, 'conferences/endParticipation', { caseId, participationId: id })
}

test('PL2 PL11 PL16 PL17: four at one plan: one writes, one comments, one reads, and one is revoked in mid-sentence', async ({
  browser,
  installation,
}) => {
  const four = await gather(browser, installation.address)
  const { caseId, writer, commenter, reader, leaving } = four
  for (const person of [writer, commenter, reader, leaving]) await openPlan(person, caseId)

  await test.step('what one writes all four see', async () => {
    await text(writer.page).click()
    await writer.page.keyboard.type('The class teacher calls every Friday.')
    await plan(writer.page).saved()
    for (const { page } of [commenter, reader, leaving]) await expect(text(page)).toContainText('calls every Friday.', patience)
  })

  await test.step('who may only read or comment cannot type', async () => {
    for (const { page } of [commenter, reader]) {
      await expect(text(page)).toHaveAttribute('aria-readonly', 'true')
      await text(page).click()
      await page.keyboard.type('not mine to say')
      await expect(text(page)).not.toContainText('not mine to say')
    }
  })

  await test.step('a comment on selected words reaches the others without reloading; the reader cannot answer', async () => {
    const { page } = commenter
    await text(page).getByText('calls every Friday').click({ clickCount: 3 })
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
    await page.getByRole('textbox', { name: 'Comment' }).fill('Friday is the day of her check-up; would Thursday do?')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    for (const person of [writer, reader]) {
      await person.page.getByRole('tab', { name: /^Comments/ }).click()
      await expect(person.page.getByText('would Thursday do?')).toBeVisible(patience)
    }
    await expect(writer.page.getByRole('button', { name: 'Reply' })).toBeVisible()
    await expect(reader.page.getByRole('button', { name: 'Reply' })).toHaveCount(0)
  })

  await test.step('revoked in mid-sentence: the page closes with a sentence and shows nothing of the plan any more', async () => {
    const { page } = leaving
    await text(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' The school has agreed')
    await plan(page).saved()
    const typing = page.keyboard.type(' to a quiet room for her lessons.', { delay: 60 })
    await revoke(four)
    await typing
    await expect(page.getByText('This plan has been closed to you')).toBeVisible(patience)
    await expect(page.getByRole('main')).not.toContainText('Friday')
    await expect(page.getByRole('main')).not.toContainText('quiet room for her lessons')
    await page.reload()
    await expect(page.getByRole('main')).not.toContainText('Friday')
  })

  await test.step('what was saved of it stands, for the others and on disk, and all have the same', async () => {
    const words = (await plan(writer.page).wordsOf(`Text: ${section}`)).trim()
    expect(words).toContain('The class teacher calls every Friday. The school has agreed')
    for (const { page } of [commenter, reader]) await expect.poll(() => plan(page).wordsOf(`Text: ${section}`), patience).toBe(words)
    const stores = openStores(installation.dataFolder)
    const stored = (await stores.planOf(caseId)).prose.map((each) => each.text).join('\n')
    await stores.close()
    expect(stored.trim()).toBe(words)
  })
  for (const { context } of [writer, commenter, reader, leaving]) await context.close()
})
