import { loadDemoReferrals, protocolsFolder } from '@mreza/protocols'
import { expect, test } from '@playwright/test'
import { comeTogether } from './company.ts'
import { startInstallation, type TestInstallation } from './installation.ts'
import { makeTheAgreement, signTheAgreement } from './main-job/agree.ts'
import { answerTheInvitations, callTheConference } from './main-job/call-the-conference.ts'
import { everythingIsThere } from './main-job/everything-is-there.ts'
import { findTheNetwork } from './main-job/find-the-network.ts'
import { holdTheConference } from './main-job/hold-the-conference.ts'
import { lookOn } from './main-job/look-on.ts'
import { openTheCase, referTheChild } from './main-job/refer.ts'
import type { Scene } from './main-job/scene.ts'
import { writeThePlan } from './main-job/write-the-plan.ts'
import { comeIn } from './person.ts'
import { openStores } from './stored-plan.ts'
import { unreadLedger } from './unread-ledger.ts'

let installation: TestInstallation
test.beforeAll(async () => {
  installation = await startInstallation()
})
test.afterAll(() => installation.remove())

test('the main job, by everybody who has a part in it', async ({ browser }) => {
  test.setTimeout(600_000)
  const company = await comeTogether(browser, installation.address)
  const official = await comeIn(browser, installation.address, 'Горан Савић', { locale: 'sr-Cyrl-RS', enter: 'Уђи' })
  const [referral] = (await loadDemoReferrals(protocolsFolder)).good
  if (referral === undefined) throw new Error('protocols/demo has no referral')
  const scene: Scene = { installation, company, official, ledger: unreadLedger(Object.values(company)), referral }

  await test.step('1 the network is as the sources describe it', () => findTheNetwork(scene))
  const agreement = await test.step('2 an agreement is made from the template and sent', () => makeTheAgreement(scene))
  await test.step('2 it is signed, declined, signed later, and comes into force by its own rule', () => signTheAgreement(scene))
  await test.step('3 a child is referred and the clock runs', () => referTheChild(scene))
  const { caseId, code } = await test.step('3 a case opens under the agreement and somebody leads it', () => openTheCase(scene))
  const conference = await test.step('4 a conference is called by the rule of the agreement', () => callTheConference(scene, code))
  await test.step('4 the institutions answer', () => answerTheInvitations(scene, code))
  const stores = openStores(installation.dataFolder)
  await test.step('5 two institutions write the plan at once', () => writeThePlan(scene, caseId, stores))
  await stores.close()
  await test.step('6 the conference decides, and the task is seen at once', () => holdTheConference(scene, conference))
  await test.step('7 nobody was told of what does not concern them', async () => {
    await official.page
      .getByRole('link', { name: /^Обавештења/ })
      .first()
      .click()
    await expect(official.page.getByText('Још се ништа није десило')).toBeVisible()
  })
  await test.step('8 the city official sees the agreements and no case', () => lookOn(scene, caseId))
  await test.step('9 everything is there after a stop and a start', async () => {
    const { dataFolder, address } = installation
    await installation.stop()
    installation = await startInstallation({ dataFolder, port: Number(new URL(address).port) })
    await everythingIsThere(scene, { agreement, caseId, code, conference })
  })
})
