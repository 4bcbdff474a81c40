import { expect, test } from 'vitest'
import { apartMs, longestMs, pointIsDue, quietMs } from './point-due.ts'

test('PL19: an automatic point is made in a pause, at the latest after half an hour, and never two within ten minutes', () => {
  const now = 1_000_000_000
  const due = (writtenFor: number, quietFor: number, keptAgo: number | null) =>
    pointIsDue({ writtenSince: now - writtenFor, changedAt: now - quietFor, keptAt: keptAgo === null ? null : now - keptAgo }, now)
  expect(due(quietMs, quietMs, apartMs)).toBe(true)
  expect(due(quietMs, quietMs, apartMs - 1)).toBe(false)
  expect(due(longestMs - 1, 1_000, 2 * longestMs)).toBe(false)
  expect(due(longestMs, 1_000, 2 * longestMs)).toBe(true)
  expect(due(quietMs, quietMs, null)).toBe(true)
  expect(due(1_000, 1_000, null)).toBe(false)
})
