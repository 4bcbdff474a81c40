import type { Page } from '@playwright/test'

/** Runs in the page before the click: remembers when a text could first be read, when one could first be written in, and what came before. */
const watch = () => {
  const seen: { line?: number; document?: number; read?: number; written?: number } = {}
  Object.assign(window, { seen, begun: 0 })
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      if (!String(url).endsWith('/core')) return
      this.addEventListener('open', () => {
        seen.line ??= performance.now()
      })
      // The answers to the greeting are shorter than any plan.
      this.addEventListener('message', ({ data }) => {
        if ((data as ArrayBuffer).byteLength > 1_000) seen.document ??= performance.now()
      })
    }
  }
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
  /** The last script that came before the first text, whether or not the text needed it; 0 when none came. */
  readonly scripts: number
  /** The plan was opened and the tickets were issued. */
  readonly tickets: number
  /** The line to the core room is open. */
  readonly line: number
  /** The core room's document has come, as bytes. */
  readonly document: number
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
  await page.waitForFunction(() => (window as unknown as { seen: { written?: number } }).seen.written !== undefined)
  return page.evaluate(() => {
    const { seen, begun } = window as unknown as { seen: { line: number; document: number; read: number; written: number }; begun: number }
    const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const lastOf = (path: RegExp) =>
      fetched
        .filter(({ name, responseEnd }) => path.test(name) && responseEnd > begun && responseEnd < seen.read)
        .reduce((last, { responseEnd }) => Math.max(last, responseEnd - begun), 0)
    const [line, document, read, written] = [seen.line, seen.document, seen.read, seen.written].map((at) => at - begun)
    return { scripts: lastOf(/\.js$/), tickets: lastOf(/enterPlan/), line, document, read, written } as Opening
  })
}
