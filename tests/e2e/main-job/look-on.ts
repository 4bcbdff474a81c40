import { expect } from '@playwright/test'
import { tracker } from '../pages/tracker.ts'
import { call } from '../rpc.ts'
import type { Scene } from './scene.ts'

const signed = ['Центар за социјални рад Ниш', 'Полицијска управа у Нишу', 'Основне и средње школе у Нишу', 'Дом здравља Ниш']

/** Step 8: the city official sees who signed when and who has not, and no case anywhere. */
export async function lookOn({ official: { page } }: Scene, caseId: string): Promise<void> {
  const rooms = page.getByRole('navigation', { name: 'Просторије' })
  const { open, row } = tracker(page)
  await open()
  for (const institution of signed) await expect(row(institution)).toContainText(/Потписано\s*\d{1,2}\.\s\d{1,2}\.\s\d{4}\./)
  await expect(row('Више јавно тужилаштво у Нишу')).toContainText('Чека')
  await expect(row('Црвени крст Ниш')).toContainText('није страна')
  await expect(rooms.getByRole('link', { name: 'Случајеви' })).toHaveCount(0)
  for (const address of [`/cases/${caseId}`, `/cases/${caseId}/plan`, '/cases']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Овде нема ничега за вас' })).toBeVisible()
  }
  await seesNoCase(page, caseId)
}

/** Past the screen too: a case that exists and one that does not are refused alike. */
async function seesNoCase(page: Scene['official']['page'], caseId: string) {
  const other = '01900000-0000-7000-8000-000000000000'
  for (const operation of ['conferences/readCase', 'conferences/listAccessLog', 'plans/openPlan']) {
    const refused = await call(page, operation, { caseId })
    expect(refused.refusal, operation).toMatch(/^not-(allowed|found)$/)
    expect(await call(page, operation, { caseId: other })).toEqual(refused)
  }
  expect((await call(page, 'conferences/listCases', {})).refusal).toBe('not-allowed')
}
