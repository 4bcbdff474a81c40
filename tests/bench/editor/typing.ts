import type { CDPSession, Page } from '@playwright/test'

/** How long the processor worked for the main thread of a page since it began, in milliseconds; what else the machine does is not in it. */
const atWork = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

/** After a key everything that it causes is done within this time: saving, awareness, the card, what stands beside. */
const settled = 120

/** Waits until the main thread has rested for a second: sections that are still being drawn would be taken for what a page does at rest. */
const quiet = async (session: CDPSession, page: Page): Promise<void> => {
  for (let rested = 0, tries = 0; rested < 4; tries += 1) {
    if (tries > 240) throw new Error('the page did not come to rest within a minute')
    const before = await atWork(session)
    await page.waitForTimeout(250)
    rested = (await atWork(session)) - before < 10 ? rested + 1 : 0
  }
}

/** Presses keys one by one where the caret is. Gives for each how long the main thread was at work until all was quiet, the least first. */
export const type = async (page: Page, keys: number): Promise<number[]> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await quiet(session, page)
  const idleFrom = await atWork(session)
  await page.waitForTimeout(settled * 10)
  const idle = ((await atWork(session)) - idleFrom) / 10
  const times: number[] = []
  for (let key = 0; key < keys; key += 1) {
    const before = await atWork(session)
    await page.keyboard.press(key % 6 === 5 ? ' ' : 'a')
    await page.waitForTimeout(settled)
    times.push(Math.max(0, (await atWork(session)) - before - idle))
  }
  return times.sort((a, b) => a - b)
}

/** A page with nothing but a text that the browser itself edits: below this no editor can be. */
export const openFloor = async (page: Page, words: string): Promise<void> => {
  await page.setContent(`<p contenteditable>${words}</p>`)
  await page.locator('p').click()
}
