import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { add, type Counts, none } from './counts.ts'

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** What vitest's JSON report counts; a test file that could not be loaded counts as one failure. */
export function vitestCounts(file: string): Counts {
  const report = VitestReport.safeParse(readJson(file))
  if (!report.success) return none
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  return add(none, { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests + numTodoTests })
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
})

/** What Playwright's JSON report counts; a test that passed only when repeated has failed. */
export function playwrightCounts(file: string): Counts {
  const report = PlaywrightReport.safeParse(readJson(file))
  if (!report.success) return none
  const { expected, unexpected, flaky, skipped } = report.data.stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
