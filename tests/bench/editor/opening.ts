import type { Page } from '@playwright/test'

/** Runs in the page before its own script: remembers when a text could first be read, and when one could first be written in. */
const watch = () => {
  const seen: { read?: number; written?: number } = {}
  Object.assign(window, { seen, begun: 0 })
  const look = () => {
    const text = [...document.querySelectorAll<HTMLElement>('main [role=textbox]')].find((each) => (each.textContent ?? '') !== '')
    if (text !== undefined && seen.read === undefined) seen.read = performance.now()
    if (text !== undefined && seen.written === undefined) {
      if (document.activeElement !== text) text.focus({ preventScroll: true })
      if (text.isContentEditable) seen.written = performance.now()
    }
    if (seen.written === undefined) requestAnimationFrame(look)
  }
  document.addEventListener('click', () => {
    Object.assign(window, { begun: performance.now() })
    requestAnimationFrame(look)
  })
}

/** How long an opening took, in milliseconds after the click. */
export interface Opening {
  /** The first text of the plan stands on the page. */
  readonly read: number
  /** The first text is an editor with the caret in it. */
  readonly written: number
}

/** Presses the link to the plan on the page of its case, with everything that the browser may keep from last time. */
export const open = async (page: Page, caseId: string): Promise<Opening> => {
  await page.goto(`/cases/${caseId}`)
  const link = page.locator(`a[href$="/cases/${caseId}/plan"]`).first()
  await link.waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(watch)
  await link.click()
  const done = await page.waitForFunction(() => {
    const { seen, begun } = window as unknown as { seen: { read?: number; written?: number }; begun: number }
    return seen.read !== undefined && seen.written !== undefined ? { read: seen.read - begun, written: seen.written - begun } : null
  })
  return (await done.jsonValue()) as Opening
}
