import { expect, test } from './fixtures.ts'
import { rail } from './pages/rail.ts'
import { comeIn } from './person.ts'

test('what is pressed in the first moment after signing in counts', async ({ browser, installation }) => {
  for (const name of ['Jelena Stanković', 'Tamara Nikolić', 'Ana Pavlović', 'Nenad Petrović']) {
    const { page, context } = await comeIn(browser, installation.address, name)
    await rail(page).open('Protocols')
    await expect(page.getByRole('heading', { level: 1, name: 'Protocols' })).toBeVisible()
    await context.close()
  }
})
