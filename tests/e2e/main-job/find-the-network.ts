import { expect } from '@playwright/test'
import { institutions } from '../company.ts'
import { rail } from '../pages/rail.ts'
import type { Scene } from './scene.ts'

const sectors = ['police', 'prosecution', 'social welfare', 'shelter', 'health', 'education', 'employment', 'Red Cross', 'civil society']

/** Step 1: the coordinator finds the network as the source documents describe it, and the other six and the national bodies beside it. */
export async function findTheNetwork({ company: { jelena } }: Scene): Promise<void> {
  const { page } = jelena
  await rail(page).open('Directory')
  const list = page.getByRole('region', { name: 'Institutions', exact: true })
  for (const name of Object.values(institutions)) await expect(list.getByRole('link', { name, exact: true })).toBeVisible()
  for (const sector of sectors) await expect(list.getByRole('heading', { name: sector, exact: true })).toBeVisible()
  const services = page.getByRole('region', { name: 'Services', exact: true })
  await expect(services.getByRole('row').filter({ hasText: 'Safe House' }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Gaps reported' }).getByRole('listitem').first()).toBeVisible()
  await findTheOtherNetworks(jelena.page)
  await rail(page).open('Tracker')
  const record = page.getByRole('region', { name: 'On record in the source documents' }).getByRole('table')
  await expect(record.getByRole('row').nth(1)).toBeVisible()
}

const networks = ['Kragujevac', 'Kraljevo', 'Niš', 'Novi Sad', 'Sremska Mitrovica', 'Subotica', 'Vranje', 'National bodies']

async function findTheOtherNetworks(page: Scene['company']['jelena']['page']): Promise<void> {
  await page
    .getByRole('button', { name: /Network/ })
    .last()
    .click()
  for (const name of networks) await expect(page.getByRole('option', { name })).toBeVisible()
  await page.getByRole('option', { name: 'National bodies' }).click()
  await expect(page.getByRole('link', { name: /Center for (the )?Protection of.*Victims/ }).first()).toBeVisible()
}
