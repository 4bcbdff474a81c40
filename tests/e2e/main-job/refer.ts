import { expect } from '@playwright/test'
import { institutions } from '../company.ts'
import { cases } from '../pages/cases.ts'
import { rail } from '../pages/rail.ts'
import { today } from '../pages/today.ts'
import { agreementTitle, type Scene } from './scene.ts'

const signs = ['a child absent from school for a long time', 'a child begging, also with an adult standing by']

/** Step 3, first half: the school's psychologist refers the child; the 24-hour clock runs for both institutions. */
export async function referTheChild({ company, ledger, referral }: Scene): Promise<void> {
  const { tamara, milica, jelena, ana, rade } = company
  const room = cases(tamara.page)
  await rail(tamara.page).open('Cases')
  await room.write(referral, signs)
  await room.send()
  await expect(room.fact('Priority and deadline')).toContainText('Immediate, 24 h')
  await expect(room.fact('Priority and deadline')).toContainText(/On time\s*(1\sday|23\sh)/)
  await expect(room.fact('State')).toContainText('waits for an answer')
  await expect(today(milica.page).section('Referrals')).toContainText(`Referral from: ${institutions.schools}`)
  await expect(today(milica.page).section('Referrals')).toContainText(/On time\s*(1\sday|23\sh)/)
  ledger.told(milica, jelena, ana, rade)
  await ledger.agrees()
}

/** Step 3, second half: the centre takes it, the case opens under the agreement, somebody leads it. Gives the case's id and code. */
export async function openTheCase({ company, ledger }: Scene): Promise<{ caseId: string; code: string }> {
  const { milica, tamara, miroslav, jelena, ana, rade } = company
  const { page } = milica
  const room = cases(page)
  await today(page).openFirst('Open the referral')
  await room.acknowledge()
  await expect(room.fact('State')).toContainText('seen, waits for a decision')
  ledger.told(tamara, miroslav)
  await expect(cases(tamara.page).fact('State')).toContainText('seen, waits for a decision')
  await room.take()
  await expect(room.code).toHaveText(/^NI-26-\d{4}$/)
  ledger.told(tamara, miroslav)
  ledger.told(jelena, ana, rade)
  await ledger.agrees()
  await room.nameManager(milica.name)
  await expect(room.fact('Who leads')).toContainText(milica.name)
  ledger.told(tamara, jelena, ana, rade)
  await lookAtTheSteps(milica.page)
  await ledger.agrees()
  return { caseId: new URL(page.url()).pathname.split('/').at(-1) ?? '', code: await room.code.innerText() }
}

async function lookAtTheSteps(page: Scene['company']['milica']['page']) {
  const room = cases(page)
  await expect(room.fact('Jurisdiction')).toContainText(agreementTitle)
  await expect(room.procedure).toContainText(agreementTitle)
  await expect(room.step('Confirm receipt')).toContainText('Done')
  await expect(room.step('Intervene immediately')).toContainText(/On time\s*(1\sday|23\sh)/)
  await expect(room.step('Hold the case conference')).toContainText('On time')
  await expect(room.step('Determine the priority')).toContainText('no deadline is prescribed')
}
