import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openPerson, type Person, settle, type View } from './shots/person.ts'
import { smallPng } from './shots/small-png.ts'
import {
  type Cast,
  castOf,
  doFirstSteps,
  holdConference,
  institutionsOf,
  openCase,
  refer,
  scheduleConference,
  signAgreement,
} from './shots/story.ts'
import { keepWriting, writePlan } from './shots/write-plan.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images')

const shoot = async (page: Page, name: string) => {
  await settle(page)
  await expect(page.getByRole('alert').filter({ hasText: /\S/u }), `${name} shows no refusal`).toHaveCount(0)
  writeFileSync(join(folder, `${name}.png`), smallPng(await page.screenshot({ animations: 'disabled' })))
}

const pupilOfThirdGrade = {
  priority: 'urgent',
  priorityReason: 'Absent for three weeks; the family does not answer.',
  ageGroup: 'child-14-17',
}

test.setTimeout(1_200_000)

test('the rooms, as the people of the demo see them', async ({ browser, installation }) => {
  const open = (slug: string | null, view?: View) => openPerson(browser, installation.address, slug, view)
  const visit = async (slug: string | null, path: string, name: string, view: View = {}) => {
    const person = await open(slug, view)
    await person.show(path)
    await shoot(person.page, name)
    await person.leave()
  }
  const cast = {} as Record<keyof Cast, Person>
  for (const [part, slug] of Object.entries(castOf) as [keyof Cast, string][]) cast[part] = await open(slug)

  await visit(null, '/sign-in', 'sign-in.light')
  const agreementId = await signAgreement(cast)
  const referralId = await refer(cast, 'en')
  await visit(castOf.manager, `/cases/referrals/${referralId}`, 'referral.light')
  await visit(castOf.manager, `/cases/referrals/${referralId}`, 'referral.phone', { phone: true })
  // By now its coming into force has reached the service of cases; `openCase` says so if it has not.
  const caseId = await openCase(cast, referralId)
  await doFirstSteps(cast, caseId)
  const conferenceId = await scheduleConference(cast, caseId)
  await visit(castOf.coordinator, `/cases/${caseId}`, 'case.light')
  await refer(cast, 'en', pupilOfThirdGrade)

  await writePlan(cast.manager, cast.psychologist, caseId)
  await Promise.all([keepWriting(cast.manager), shoot(cast.psychologist.page, 'plan.light')])
  await holdConference(cast, conferenceId)
  await visit(castOf.coordinator, `/cases/conferences/${conferenceId}`, 'conference.light')

  await visit(castOf.manager, '/today', 'today.light')
  await visit(castOf.manager, '/today', 'today.dark', { dark: true })
  await visit(castOf.manager, '/today', 'today.phone', { phone: true })
  await visit(castOf.manager, '/cases', 'cases.light')
  await visit(castOf.coordinator, '/inbox', 'inbox.light')
  await visit(castOf.coordinator, '/directory', 'directory.light')
  const institutions = await institutionsOf(cast.coordinator)
  await visit(castOf.coordinator, `/directory/${institutions.get('nis-safe-house')}`, 'institution.light')
  await visit(castOf.coordinator, '/protocols', 'protocols.light')
  await visit(castOf.welfareHead, `/protocols/${agreementId}`, 'agreement.light')
  await visit('goran-savic', '/tracker', 'tracker.light')
  await visit(castOf.coordinator, '/administration', 'administration.light')

  const cyrillic = await openCase(cast, await refer(cast, 'srCyrl'))
  await visit(castOf.manager, `/cases/${cyrillic}`, 'case.sr-Cyrl', { language: 'sr-Cyrl' })
})
