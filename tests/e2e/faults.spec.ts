import { type Browser, expect, test } from '@playwright/test'
import { type InstallationOptions, startInstallation, type TestInstallation } from './installation.ts'
import { cases } from './pages/cases.ts'
import { type PlanWriter, planWriter } from './pages/plan-writer.ts'
import { rail } from './pages/rail.ts'
import { comeIn, type Person } from './person.ts'
import { demoReferral, must, smallCase } from './small-case.ts'
import { openStores } from './stored-plan.ts'

/** Long enough for a service that starts again on a busy machine. */
const patience = { timeout: 45_000 }

/** What runs when the fault comes: two institutions in one plan, a third that has written a referral and sends it. */
interface AtWork {
  readonly installation: TestInstallation
  readonly caseId: string
  readonly centre: PlanWriter
  readonly school: PlanWriter
  readonly police: Person
  readonly head: Person
}

async function atWork(browser: Browser, options: InstallationOptions): Promise<AtWork> {
  const installation = await startInstallation(options)
  const who = (name: string) => comeIn(browser, installation.address, name)
  const [milica, tamara] = [await who('Milica Đorđević'), await who('Tamara Nikolić')]
  const caseId = await smallCase(tamara, milica)
  const centre = await planWriter(milica, caseId, 'Education')
  const school = await planWriter(tamara, caseId, 'Family')
  return { installation, caseId, centre, school, police: await who('Nenad Petrović'), head: await who('Ana Pavlović') }
}

/** Sends the referral of the demo while things break, pressing again as often as the page says that it did not get through. */
async function sendThrough({ page }: Person): Promise<void> {
  const sent = page.waitForURL(/\/cases\/referrals\//, patience)
  const again = page.getByRole('button', { name: 'Send the referral' })
  await expect(async () => {
    if (await again.isEnabled()) await again.click({ timeout: 1_000 })
    await expect(page).toHaveURL(/\/cases\/referrals\//, { timeout: 3_000 })
  }).toPass(patience)
  await sent
}

/** One fault: two are in the middle of a sentence and a referral is being sent; afterwards everything that was typed is there, once. */
async function surviving(work: AtWork, name: string, fault: () => void): Promise<void> {
  const { installation, caseId, police } = work
  const writers = [work.centre, work.school]
  const both = (act: (writer: PlanWriter) => Promise<unknown>) => Promise.all(writers.map(act))
  const before = writers.map((_, who) => `Writer ${who} saved this before ${name} went.`)
  const during = writers.map((_, who) => [`Writer ${who} began this with ${name} `, 'and ended it without.'] as const)
  await rail(police.page).open('Cases')
  await cases(police.page).write(await demoReferral(), [])
  await Promise.all(writers.map((writer, who) => writer.type(before[who] ?? '')))
  await both((writer) => writer.breakLine())
  await both((writer) => writer.saved())
  await Promise.all(writers.map((writer, who) => writer.type(during[who]?.[0] ?? '')))
  fault()
  await Promise.all([...writers.map((writer, who) => writer.type(during[who]?.[1] ?? '')), sendThrough(police)])
  await both((writer) => writer.breakLine())
  await both((writer) => writer.saved())
  const all = [...before, ...during.map((halves) => halves.join(''))]
  await both((writer) => writer.sees(all))
  await storedOnce(installation, caseId, all)
}

async function storedOnce({ dataFolder }: TestInstallation, caseId: string, sentences: readonly string[]): Promise<void> {
  const stores = openStores(dataFolder)
  const stored = (await stores.planOf(caseId)).prose.map(({ text }) => text).join('\n')
  await stores.close()
  for (const sentence of sentences) expect(stored.split(sentence), sentence).toHaveLength(2)
}

/** The centre's head has been told of each referral once, and the police have sent exactly so many. */
async function toldOnce({ head, police }: AtWork, count: number): Promise<void> {
  const sent = await must<unknown[]>(police, 'conferences/listReferrals', { box: 'sent' })
  expect(sent).toHaveLength(count)
  const { page } = head
  await rail(page).open('Inbox')
  await expect(page.getByRole('link', { name: /A referral has come from: Police/ })).toHaveCount(count, patience)
}

test('what was saved survives a power cut of the services, the database and the broker, and browsers recover by themselves', async ({
  browser,
}) => {
  const work = await atWork(browser, {})
  try {
    for (const name of ['mreza', 'postgres', 'nats'] as const)
      await test.step(`without ${name}`, () => surviving(work, name, () => work.installation.kill(name)))
    await toldOnce(work, 3)
  } finally {
    await work.installation.remove()
  }
})

test('each service may die alone', async ({ browser }) => {
  const work = await atWork(browser, { separate: true })
  try {
    for (const name of ['plans', 'conferences', 'notifications'])
      await test.step(`without ${name}`, () => surviving(work, name, () => work.installation.killService(name)))
    await toldOnce(work, 3)
  } finally {
    await work.installation.remove()
  }
})
