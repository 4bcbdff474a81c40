import type { Browser } from '@playwright/test'
import { backstage } from './backstage.ts'
import { expect, test } from './fixtures.ts'
import { agreementInForce } from './lived-in.ts'
import { comeIn, type Person } from './person.ts'
import { idsOfInstitutions, must } from './small-case.ts'

interface Owed {
  readonly id: string
  readonly institutionId: string
}

/** An obligation that the police owe and report themselves. */
async function owedByPolice(browser: Browser, address: string): Promise<string> {
  const jelena = await backstage(browser, address, 'jelena-stankovic')
  const heads = ['ana-pavlovic', 'zoran-ilic', 'miroslav-antonijevic', 'petar-kostic', 'radmila-tasic']
  const networkId = await agreementInForce(jelena, await Promise.all(heads.map((slug) => backstage(browser, address, slug))))
  const police = (await idsOfInstitutions(jelena)).get('nis-police')
  let found: string | undefined
  await expect(async () => {
    const owed = await must<Owed[]>(jelena, 'agreements/listObligations', { networkId, institutionId: police })
    for (const { id } of owed) {
      const { observes } = await must<{ observes: string | null }>(jelena, 'agreements/readObligation', { obligationId: id })
      if (observes === null) found = id
    }
    expect(found).toBeDefined()
  }).toPass()
  return found ?? ''
}

const at = async (person: Person, id: string) => {
  await person.page.goto(`/protocols/obligations/${id}`)
  await expect(person.page.getByRole('heading', { level: 2, name: 'Terms and evidence' })).toBeVisible()
  return person.page
}

test('a practitioner reports evidence, the head of another party disputes it, the city official settles', async ({
  browser,
  installation: { address },
}) => {
  const id = await owedByPolice(browser, address)

  const nenad = await at(await comeIn(browser, address, 'Nenad Petrović'), id)
  await expect(nenad.getByRole('button', { name: 'Dispute it' })).toHaveCount(0)
  await nenad.getByRole('button', { name: 'Report evidence' }).first().click()
  const report = nenad.getByRole('dialog')
  await report.getByLabel('Title of the document').fill('Decision on the contact person')
  await nenad.keyboard.press('Escape')
  await nenad.getByRole('button', { name: 'Report evidence' }).first().click()
  await expect(report.getByLabel('Title of the document')).toHaveValue('Decision on the contact person')
  const [year = '', month = '', day = ''] = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-')
  for (const [part, value] of Object.entries({ day, month, year }))
    await report.getByRole('spinbutton', { name: new RegExp(`^${part}`) }).fill(String(Number(value)))
  await report.locator('input[type=file]').setInputFiles({
    name: 'decision.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n${'x'.repeat(2_000_000)}\n%%EOF\n`),
  })
  await report.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(report).toHaveCount(0)
  await expect(nenad.getByText('Kept').first()).toBeVisible()

  const ana = await at(await comeIn(browser, address, 'Ana Pavlović'), id)
  const download = ana.waitForEvent('download')
  await ana.getByRole('button', { name: 'Download decision.pdf' }).click()
  expect((await download).suggestedFilename()).toBe('decision.pdf')
  await ana.getByRole('button', { name: 'Dispute it' }).click()
  await ana.getByRole('dialog').getByRole('textbox').fill('Nobody answers at that number.')
  await ana.getByRole('dialog').getByRole('button', { name: 'Dispute it' }).click()
  await expect(ana.getByText('Disputed', { exact: true }).first()).toBeVisible()

  const goran = await at(await comeIn(browser, address, 'Goran Savić'), id)
  await goran.getByRole('button', { name: 'Settle the dispute' }).click()
  const settle = goran.getByRole('dialog')
  await settle.getByText('It is kept').click()
  await settle.getByRole('textbox').fill('I called, and was answered.')
  await settle.getByRole('button', { name: 'Settle the dispute' }).click()
  await expect(goran.getByText('Settled: it is kept')).toBeVisible()
  await goran.goto('/protocols/obligations?state=kept')
  await expect(goran.getByText('1 obligation', { exact: false })).toBeVisible()
})
