import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeLog } from './log.ts'
import { lookEvery } from './look-every.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const log = makeLog('watching', 'silent')
const setting = { every: 1_000, what: 'the things', log }

it('looks at once, again while there was something to do, and then after a while', async () => {
  const left = [2, 1, 0]
  const look = vi.fn(async () => left.shift() ?? 0)
  const watching = lookEvery({ ...setting, look })
  await vi.advanceTimersByTimeAsync(999)
  expect(look).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(1)
  expect(look).toHaveBeenCalledTimes(4)
  await watching.stop()
})

it('a look that fails does not end it', async () => {
  const look = vi.fn().mockRejectedValueOnce(new Error('the database is away')).mockResolvedValue(0)
  const watching = lookEvery({ ...setting, look })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(look).toHaveBeenCalledTimes(2)
  await watching.stop()
})

it('stopping waits for the look under way, and none follows', async () => {
  let finish: (done: number) => void = () => undefined
  const look = vi.fn(
    () =>
      new Promise<number>((done) => {
        finish = done
      }),
  )
  const watching = lookEvery({ ...setting, look })
  const stopped = watching.stop()
  finish(7)
  await stopped
  await vi.advanceTimersByTimeAsync(5_000)
  expect(look).toHaveBeenCalledTimes(1)
})
