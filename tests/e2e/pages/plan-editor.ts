import { expect, type Page } from '@playwright/test'

/** The texts of a plan as somebody writes, proposes and reads in them. */
export const planEditor = (page: Page) => {
  const text = (section: string) => page.getByRole('textbox', { name: `Text: ${section}` })
  return {
    text,
    /** The list that opens at the caret. */
    list: page.getByRole('listbox'),
    option: (name: string) => page.getByRole('option', { name: new RegExp(`^${name}`) }),
    tools: page.getByRole('toolbar', { name: 'Tools for the text' }),
    /** Chooses whether what is typed is written, proposed or kept away. */
    work: async (how: 'Writing' | 'Suggesting' | 'Reading') => {
      await page.getByRole('button', { name: /^Way of working/ }).click()
      await page.getByRole('option', { name: how }).click()
    },
    proposals: async () => {
      await page.getByRole('tab', { name: /^Proposals/ }).click()
      return page.getByRole('article', { name: /^Proposed change/ })
    },
    /** Puts something on the clipboard of the page and pastes it where the caret stands. */
    paste: (html: string, plain: string) =>
      page.evaluate(
        ([asHtml, asText]) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/html', asHtml)
          clipboardData.setData('text/plain', asText)
          document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        },
        [html, plain] as const,
      ),
    /** The paragraphs of a text, without the flags of carets. */
    paragraphs: (section: string) =>
      text(section).evaluate((editor: HTMLElement) => {
        const copy = editor.cloneNode(true) as HTMLElement
        for (const flag of copy.querySelectorAll('.ProseMirror-widget')) flag.remove()
        return [...copy.querySelectorAll('p, h3, h4')].map((line) => line.textContent ?? '')
      }),
    says: (section: string, ...paragraphs: string[]) => expect.poll(() => planEditor(page).paragraphs(section)).toEqual(paragraphs),
  }
}
