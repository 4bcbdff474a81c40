import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closingLine, heedExit, none } from './counts.ts'
import { playwrightCounts, vitestCounts } from './reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'mreza-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (report: object) => {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

test('a test file that could not be loaded counts as a failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] }
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [unloaded] }
  expect(vitestCounts(file(report))).toEqual({ passed: 3, failed: 2, skipped: 3 })
})

test('a test that passed only when repeated has failed', () => {
  expect(playwrightCounts(file({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 } }))).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
  })
})

test('a runner that left no report and ended badly failed once', () => {
  expect(heedExit(vitestCounts(join(folder, 'nothing.json')), false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('the closing line', () => {
  expect(closingLine({ ...none, passed: 12 })).toBe('12 passed, 0 failed, 0 skipped')
})
