import { expect } from '@playwright/test'
import { cases } from '../pages/cases.ts'
import { conference } from '../pages/conference.ts'
import { plan } from '../pages/plan.ts'
import { protocols } from '../pages/protocols.ts'
import { rail } from '../pages/rail.ts'
import { today } from '../pages/today.ts'
import { decision } from './hold-the-conference.ts'
import type { Scene } from './scene.ts'
import { written } from './write-the-plan.ts'

/** Where the things of the main job stand. */
export interface Whereabouts {
  readonly agreement: string
  readonly caseId: string
  readonly code: string
  readonly conference: string
}

/** Step 9: after a stop and a start the same people are still signed in, and everything is as they left it. */
export async function everythingIsThere({ company, ledger }: Scene, at: Whereabouts): Promise<void> {
  const { ana, milica, sonja, nenad, tamara } = company
  await ana.page.goto(at.agreement)
  await expect(protocols(ana.page).signatures).toContainText('In force since')
  await milica.page.goto(`/cases/${at.caseId}`)
  await expect(cases(milica.page).code).toHaveText(at.code)
  await expect(cases(milica.page).fact('Who leads')).toContainText(milica.name)
  await tamara.page.goto(`/cases/${at.caseId}/plan`)
  const { prose, goal } = plan(tamara.page)
  await expect(prose('Education')).toContainText(written.byPolice)
  await expect(prose('Education')).toContainText(written.bySchool)
  await expect(goal('Education', 1).sentence).toContainText(written.goal)
  await expect(goal('Education', 1).activity).toContainText(written.activity)
  await nenad.page.goto(at.conference)
  await expect(conference(nenad.page).decisions).toContainText(decision)
  await sonja.page.reload()
  await rail(sonja.page).open('Today')
  await expect(today(sonja.page).section('Tasks')).toContainText(decision)
  await ledger.agrees()
}
