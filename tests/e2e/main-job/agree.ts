import { expect } from '@playwright/test'
import { institutions } from '../company.ts'
import { protocols } from '../pages/protocols.ts'
import { rail } from '../pages/rail.ts'
import { today } from '../pages/today.ts'
import { tracker } from '../pages/tracker.ts'
import type { Person } from '../person.ts'
import { agreementTitle, type Scene } from './scene.ts'

const reason = 'The night duty of our paediatricians is not arranged yet.'

/** Step 2, first half: the coordinator makes the agreement from the template and sends it. Gives its address. */
export async function makeTheAgreement({ company, ledger }: Scene): Promise<string> {
  const { jelena, ana, zoran, miroslav, petar, radmila } = company
  const room = protocols(jelena.page)
  await rail(jelena.page).open('Protocols')
  await room.begin(agreementTitle)
  for (const name of Object.values(institutions)) await room.choose(name)
  await room.makeDraft()
  await room.send()
  await expect(room.standingOf(institutions.health)).toContainText('waiting since')
  await expect(room.fingerprint).toBeVisible()
  ledger.told(ana, zoran, miroslav, petar, radmila)
  await ledger.agrees()
  return new URL(jelena.page.url()).pathname
}

async function openTheAgreement({ page }: Person) {
  await today(page).openFirst('Open the agreement')
  await expect(page.getByRole('heading', { level: 1, name: agreementTitle })).toBeVisible()
  return protocols(page)
}

async function sign(person: Person, institution: string) {
  const room = await openTheAgreement(person)
  await room.sign()
  await expect(room.standingOf(institution)).toContainText(`by ${person.name}`)
}

/** Step 2, second half: three heads sign, the fourth declines, is told what follows, signs later; then it is in force. */
export async function signTheAgreement({ company, official, ledger }: Scene): Promise<void> {
  const { jelena, ana, zoran, miroslav, petar, radmila } = company
  await sign(ana, institutions.swc)
  ledger.told(jelena, zoran, miroslav, petar, radmila)
  await sign(zoran, institutions.police)
  ledger.told(jelena, ana, miroslav, petar, radmila)

  const atPetar = await openTheAgreement(petar)
  await atPetar.decline(reason)
  await expect(atPetar.whatFollows).toContainText('The agreement can come into force without your institution.')
  await expect(atPetar.whatFollows).toContainText('Your institution may sign as long as the agreement is open.')
  ledger.told(jelena, ana, zoran, miroslav, radmila)
  await ledger.agrees()
  const atOfficial = tracker(official.page)
  await atOfficial.open()
  await expect(atOfficial.row('Дом здравља Ниш')).toContainText(`Одбијено${reason}`)
  await expect(atOfficial.row('Основне и средње школе у Нишу')).toContainText('Чека')

  await sign(miroslav, institutions.schools)
  ledger.told(jelena, ana, zoran, petar, radmila)
  // The coordinator looks at the same agreement all the while and never reloads.
  const atJelena = protocols(jelena.page)
  await expect(atJelena.standingOf(institutions.schools)).toContainText('signed on')
  await expect(atJelena.standingOf(institutions.health)).toContainText(reason)
  await expect(atJelena.signatures).toContainText('1 more signature.')
  await signLater(petar)
  await expect(atJelena.signatures).toContainText('in force')
  // Signed, and come into force by it: two things for everybody but him.
  for (const _ of ['signed', 'in force']) ledger.told(jelena, ana, zoran, miroslav, radmila)
  await ledger.agrees()
}

async function signLater(petar: Person) {
  const room = protocols(petar.page)
  await room.sign()
  await expect(room.standingOf(institutions.health)).toContainText(`by ${petar.name}`)
  await expect(room.signatures).toContainText('In force since')
  await expect(room.standingOf(institutions.prosecution)).toContainText('waiting since')
}
