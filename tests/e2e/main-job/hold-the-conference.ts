import { expect } from '@playwright/test'
import { institutions } from '../company.ts'
import { dueDay } from '../due-day.ts'
import { conference } from '../pages/conference.ts'
import { rail } from '../pages/rail.ts'
import { today } from '../pages/today.ts'
import type { Scene } from './scene.ts'

/** What the conference decides; the task says the same. */
export const decision = 'The health center examines the child within a day of finding her and writes down the injuries.'

/** Step 6: attendance, quorum, a decision, and the task that the institution sees at once. */
export async function holdTheConference({ company, ledger }: Scene, address: string): Promise<void> {
  const { milica, sonja, petar, jelena, ana, rade, tamara, nenad } = company
  const { page } = milica
  const room = conference(page)
  await page.goto(address)
  await rail(sonja.page).open('Today')
  await room.open()
  await room.attendance(institutions.swc, 'here')
  await room.attendance(institutions.police, 'here')
  await room.attendance(institutions.health, 'by phone')
  await expect(room.invitedList).toContainText('No quorum yet')
  await room.attendance(institutions.schools, 'here')
  await room.attendance(institutions.prosecution, 'not here')
  await expect(room.invitedList).toContainText('Quorum reached')
  await room.decide(decision)
  await expect(room.decisions).toContainText(decision)
  ledger.told(jelena, ana, rade, tamara, nenad, sonja)
  await ledger.agrees()
  await room.makeTask(1, institutions.health, dueDay)
  await expect(room.decisions.getByRole('list', { name: 'Tasks from decision 1' })).toContainText('not done yet')
  // Her page stood open at Today all the while.
  await expect(today(sonja.page).section('Tasks')).toContainText(decision)
  ledger.told(sonja, petar)
  await room.close()
  await expect(page.getByText('Case conference closed')).toBeVisible()
  ledger.told(jelena, ana, rade, tamara, nenad, sonja)
  await ledger.agrees()
}
