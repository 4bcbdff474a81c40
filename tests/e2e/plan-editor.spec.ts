import type { Browser } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { TestInstallation } from './installation.ts'
import { plan } from './pages/plan.ts'
import { planEditor } from './pages/plan-editor.ts'
import { comeIn, type Person } from './person.ts'
import { smallCase } from './small-case.ts'

/** Two people of two institutions who look at the same new plan. */
interface Two {
  readonly milica: Person
  readonly tamara: Person
  readonly here: ReturnType<typeof planEditor>
  readonly there: ReturnType<typeof planEditor>
}

let people: { milica: Person; tamara: Person } | undefined

async function two(browser: Browser, { address }: TestInstallation): Promise<Two> {
  people ??= { milica: await comeIn(browser, address, 'Milica Đorđević'), tamara: await comeIn(browser, address, 'Tamara Nikolić') }
  const { milica, tamara } = people
  const caseId = await smallCase(tamara, milica)
  for (const { page } of [milica, tamara]) {
    await page.goto(`/cases/${caseId}/plan`)
    await expect(plan(page).mark).toBeVisible()
  }
  return { milica, tamara, here: planEditor(milica.page), there: planEditor(tamara.page) }
}

/** What Word puts on the clipboard: a title, a list drawn with signs and tabs, a table, a picture, a tracked change and a comment. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<h1 style='mso-pagination:widow-orphan'><span lang=SR>Mišljenje škole</span><o:p></o:p></h1>
<p class=MsoNormal>Dolazi <span style='font-weight:bold'>redovno</span><del cite="mailto:x">, kasni</del><ins cite="mailto:x"> i rado</ins><span class=MsoCommentReference><a href="#_msocom_1">[1]</a></span>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>udžbenici</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>prevoz<img src="file:///c/x.png"></p>
<table class=MsoTableGrid><tr><td style='width:10pt'><p class=MsoNormal>predmet</p></td><td><p class=MsoNormal>ocena</p></td></tr></table>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>tajno</p></div></div></body></html>`

test.describe('the texts of a plan', () => {
  test.describe.configure({ mode: 'default' })

  test('a proposal with a new paragraph is accepted by one and another refused, and each says whose it is', async ({
    browser,
    installation,
  }) => {
    const { milica, tamara, here, there } = await two(browser, installation)
    await here.text('Education').click()
    await milica.page.keyboard.type('Ide u školu. Voli crtanje.')
    await there.says('Education', 'Ide u školu. Voli crtanje.')
    await there.work('Suggesting')
    await there.text('Education').click()
    await tamara.page.keyboard.press('Control+End')
    await tamara.page.keyboard.press('Enter')
    await tamara.page.keyboard.type('Treba joj prevoz.')
    await expect(here.text('Education').locator('ins').first()).toBeVisible()
    await here.says('Education', 'Ide u školu. Voli crtanje.¶Treba joj prevoz.')
    const [proposal] = [await here.proposals()]
    await expect(proposal).toContainText('T. Nikolić')
    await proposal.getByRole('button', { name: 'Accept' }).click()
    await here.says('Education', 'Ide u školu. Voli crtanje.', 'Treba joj prevoz.')
    await there.says('Education', 'Ide u školu. Voli crtanje.', 'Treba joj prevoz.')

    await there.text('Education').click()
    await tamara.page.keyboard.press('Control+Home')
    for (let letter = 0; letter < 'Ide u školu.'.length; letter += 1) await tamara.page.keyboard.press('Delete')
    await expect(here.text('Education').locator('del')).toHaveText('Ide u školu.')
    await proposal.getByRole('button', { name: 'Refuse' }).click()
    await expect(there.text('Education').locator('del')).toHaveCount(0)
    await there.says('Education', 'Ide u školu. Voli crtanje.', 'Treba joj prevoz.')
  })

  test('undo takes back one’s own words and leaves those of the other', async ({ browser, installation }) => {
    const { milica, tamara, here, there } = await two(browser, installation)
    await here.text('Education').click()
    await milica.page.keyboard.type('Prvo.')
    await there.says('Education', 'Prvo.')
    await there.text('Education').click()
    await tamara.page.keyboard.press('Control+End')
    await tamara.page.keyboard.type(' Drugo.')
    await here.says('Education', 'Prvo. Drugo.')
    // What is typed within a moment goes together; on a busy machine it is several moments.
    for (let step = 0; step < 6; step += 1) await milica.page.keyboard.press('Control+z')
    await here.says('Education', ' Drugo.')
    await there.says('Education', ' Drugo.')
    for (let step = 0; step < 6; step += 1) await milica.page.keyboard.press('Control+y')
    await there.says('Education', 'Prvo. Drugo.')
  })

  test('the slash opens a menu that the keyboard works: a heading, a table that grows, a goal', async ({ browser, installation }) => {
    const { milica, here, there } = await two(browser, installation)
    const { keyboard } = milica.page
    await here.text('Education').click()
    await keyboard.type('/head')
    await expect(here.option('Heading')).toHaveAttribute('aria-selected', 'true')
    await expect(here.text('Education')).toHaveAttribute('aria-activedescendant', /.+/)
    await keyboard.press('Enter')
    await keyboard.type('Škola')
    await expect(there.text('Education').getByRole('heading', { name: 'Škola' })).toBeVisible()
    await keyboard.press('Enter')
    await keyboard.type('/table')
    await keyboard.press('Enter')
    await keyboard.type('dan')
    await keyboard.press('Tab')
    await keyboard.type('ko vodi')
    await expect(there.text('Education').getByRole('table').getByText('ko vodi')).toBeVisible()
    await keyboard.press('Alt+F10')
    await here.tools.getByRole('button', { name: 'Table' }).press('Enter')
    await milica.page.getByRole('menuitem', { name: 'Row below' }).press('Enter')
    await expect(there.text('Education').getByRole('row')).toHaveCount(4)
    await keyboard.press('Control+End')
    await keyboard.type('/goal')
    await keyboard.press('Enter')
    await expect(milica.page.getByRole('textbox', { name: 'Goal 1', exact: true })).toBeFocused()
  })

  test('who types fast chooses from the list what they typed, though it was not drawn yet: no letter stays behind', async ({
    browser,
    installation,
  }) => {
    const { milica, here } = await two(browser, installation)
    const { keyboard } = milica.page
    await here.text('Education').click()
    await keyboard.type('Zvati ')
    for (let time = 0; time < 5; time += 1) {
      await keyboard.type('@tamar')
      await expect(here.option('Tamara Nikolić')).toBeVisible()
      // In one turn of the page, so that no frame comes between the letter and the key.
      await milica.page.evaluate(() => {
        document.execCommand('insertText', false, 'a')
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
        )
      })
      await expect(here.option('Tamara Nikolić')).toBeHidden()
    }
    await here.says('Education', `Zvati ${'Tamara Nikolić '.repeat(5)}`)
  })

  test('an at sign names somebody who takes part, in words that stay words', async ({ browser, installation }) => {
    const { milica, here, there } = await two(browser, installation)
    await here.text('Education').click()
    await milica.page.keyboard.type('Zvati @tamara')
    await expect(here.option('Tamara Nikolić')).toBeVisible()
    await milica.page.keyboard.press('Enter')
    await milica.page.keyboard.type('sutra.')
    await there.says('Education', 'Zvati Tamara Nikolić sutra.')
    await expect(there.text('Education').locator('[class*=mention]')).toHaveText('Tamara Nikolić')
  })

  test('what comes from Word is words, lists and tables, and nothing that was struck out or said beside', async ({
    browser,
    installation,
  }) => {
    const { here, there } = await two(browser, installation)
    await here.text('Education').click()
    await here.paste(fromWord, 'Mišljenje škole')
    const text = there.text('Education')
    await expect(text.getByRole('heading', { name: 'Mišljenje škole' })).toBeVisible()
    await expect(text.locator('strong')).toHaveText('redovno')
    await expect(text.getByRole('listitem')).toHaveText(['udžbenici', 'prevoz'])
    await expect(text.getByRole('cell')).toHaveText(['predmet', 'ocena'])
    await expect(text).not.toContainText('kasni')
    await expect(text).not.toContainText('tajno')
    await expect(text).toContainText('redovno i rado.')
    await expect(text.locator('img')).toHaveCount(0)
  })

  test('text of one room asks before it goes into another, and within a room it does not (PL22)', async ({ browser, installation }) => {
    const { milica, here } = await two(browser, installation)
    const { page } = milica
    await here.text('Health').click()
    await page.keyboard.type('alergija')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('End')
    await page.keyboard.press('Control+v')
    await here.says('Health', 'alergijaalergija')
    await here.text('Education').click()
    await page.keyboard.press('Control+v')
    const question = page.getByRole('dialog', { name: /Move text into another room/ })
    await expect(question).toContainText('Health')
    await question.getByRole('button', { name: 'Leave it where it is' }).click()
    await expect(here.text('Education')).toHaveText('')
    await here.text('Education').click()
    await page.keyboard.press('Control+v')
    await question.getByRole('button', { name: 'Move the text' }).click()
    await here.says('Education', 'alergija')
  })

  test('who wrote what is seen on demand, by colour and by name', async ({ browser, installation }) => {
    const { milica, tamara, here, there } = await two(browser, installation)
    await here.text('Education').click()
    await milica.page.keyboard.type('Centar. ')
    await there.says('Education', 'Centar. ')
    await there.text('Education').click()
    await tamara.page.keyboard.press('Control+End')
    await tamara.page.keyboard.type('Škola.')
    await here.says('Education', 'Centar. Škola.')
    await expect(here.text('Education').locator('[data-writer]')).toHaveCount(0)
    await milica.page.getByRole('button', { name: 'Who wrote what' }).click()
    await expect(here.text('Education').locator('[data-writer]')).toHaveText(['Centar. ', 'Škola.'])
    const [own, theirs] = await here
      .text('Education')
      .locator('[data-writer]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-writer')))
    expect(own).not.toBe(theirs)
  })

  test('a screen reader hears by name who comes, in which text they write, and who leaves', async ({ browser, installation }) => {
    const { milica, tamara, there } = await two(browser, installation)
    const { page } = milica
    const planPage = page.url()
    await tamara.page.goto('/today')
    await expect(plan(page).here.getByText('Tamara')).toHaveCount(0)
    // Each sentence stands only until the next one.
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      const region = document.querySelector('[role=status][aria-live=polite].visually-hidden')
      new MutationObserver(() => heard.push(region?.textContent?.trim() ?? '')).observe(region as Node, {
        subtree: true,
        childList: true,
        characterData: true,
      })
    })
    const hears = (sentence: RegExp) =>
      expect
        .poll(() => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('\n')), { timeout: 45_000 })
        .toMatch(sentence)
    await tamara.page.goto(planPage)
    await hears(/^T\. Nikolić, SCH is here$/m)
    await there.text('Education').click()
    await tamara.page.keyboard.type('Ide u školu.')
    await hears(/^T\. Nikolić, SCH is writing in: Text: Education$/m)
    await tamara.page.goto('/today')
    await hears(/^T\. Nikolić, SCH has left$/m)
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
    expect(heard.filter((sentence) => !/^T\. Nikolić, SCH (is here|is writing in: Text: Education|has left)$/.test(sentence))).toEqual([])
    await tamara.page.goto(planPage)
  })
})
