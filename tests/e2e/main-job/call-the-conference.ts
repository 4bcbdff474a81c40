import { expect } from '@playwright/test'
import { institutions } from '../company.ts'
import { cases } from '../pages/cases.ts'
import { conference } from '../pages/conference.ts'
import { rail } from '../pages/rail.ts'
import { today } from '../pages/today.ts'
import type { Person } from '../person.ts'
import type { Scene } from './scene.ts'

const place = 'Social Welfare Center, room 12'
const notOnDuty = 'The deputy on duty is at a hearing; we answer by telephone.'

/** Step 4, first half: the coordinator calls the conference; the agreement says who must be there. Gives its address. */
export async function callTheConference({ company, ledger }: Scene, code: string): Promise<string> {
  const { jelena, milica, ana, rade, zoran, nenad, petar, sonja, miroslav, tamara, radmila, ivana } = company
  const { page } = jelena
  const room = conference(page)
  await rail(page).open('Cases')
  await page.getByRole('link', { name: code }).click()
  await page.getByRole('link', { name: 'Schedule a conference' }).first().click()
  for (const sector of ['social welfare', 'police', 'prosecution', 'health', 'education'])
    await expect(room.rule).toContainText(new RegExp(sector, 'i'))
  await room.invitee(institutions.prosecution).uncheck({ force: true })
  await expect(room.withoutReason).toBeVisible()
  await room.invitee(institutions.prosecution).check({ force: true })
  await expect(room.withoutReason).toBeHidden()
  await room.sendInvitations(place)
  await expect(room.invitedList).toContainText('has not answered')
  ledger.told(milica, ana, rade, zoran, nenad, petar, sonja, miroslav, tamara, radmila, ivana)
  await ledger.agrees()
  return new URL(page.url()).pathname
}

async function openTheInvitation({ page }: Person, code: string) {
  await rail(page).open('Today')
  await today(page).section('Conferences').getByRole('link', { name: code }).click()
  return conference(page)
}

/** Step 4, second half: three institutions come, one says why it does not; nobody saw anything of the person before. */
export async function answerTheInvitations({ company, ledger, referral }: Scene, code: string): Promise<void> {
  const { jelena, nenad, sonja, tamara, ivana } = company
  for (const person of [nenad, sonja]) {
    const room = await openTheInvitation(person, code)
    await expect(person.page.getByRole('main')).toContainText('The invitation says nothing about the person')
    await expect(person.page.getByRole('main')).not.toContainText(referral.beneficiary.familyName.srLatn)
    await room.accept()
    await expect(conference(jelena.page).invitedList).toContainText(person.name)
    ledger.told(jelena)
  }
  await (await openTheInvitation(tamara, code)).accept()
  await expect(conference(tamara.page).myAnswer).toContainText('Accepted')
  ledger.told(jelena)
  await (await openTheInvitation(ivana, code)).decline(notOnDuty)
  await expect(conference(jelena.page).invitedList).toContainText(notOnDuty)
  ledger.told(jelena)
  await ledger.agrees()
  // Who declined sees no case; who accepted does.
  await rail(ivana.page).open('Cases')
  await expect(ivana.page.getByText('You take part in no case.')).toBeVisible()
  await rail(nenad.page).open('Cases')
  await nenad.page.getByRole('link', { name: code }).click()
  await expect(cases(nenad.page).code).toHaveText(code)
}
