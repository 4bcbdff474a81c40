import { expect, test } from 'vitest'
import { apartMs, longestMs, pointIsDue, quietMs } from './point-due.ts'

test('PL19: an automatic point is made in a pause, at the latest after half an hour, and never two within ten minutes', () => {
  const now = 1_000_000_000
  const due = (changedAgo: number, keptAgo: number | null) =>
    pointIsDue({ changedAt: now - changedAgo, keptAt: keptAgo === null ? null : now - keptAgo }, now)
  expect(due(quietMs, apartMs)).toBe(true)
  expect(due(quietMs, apartMs - 1)).toBe(false)
  expect(due(1_000, apartMs)).toBe(false)
  expect(due(1_000, longestMs)).toBe(true)
  expect(due(quietMs, null)).toBe(true)
})
