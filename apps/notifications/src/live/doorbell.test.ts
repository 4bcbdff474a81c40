import { describe, expect, it } from 'vitest'
import { makeDoorbell } from './doorbell.ts'

const never = new AbortController().signal
const long = 60_000

describe('a doorbell', () => {
  it('wakes who sleeps', async () => {
    const bell = makeDoorbell()
    const asleep = bell.sleep(long, never)
    bell.ring()
    await expect(asleep).resolves.toBeUndefined()
  })

  it('keeps a ring for the next sleep, once', async () => {
    const bell = makeDoorbell()
    bell.ring()
    bell.ring()
    await bell.sleep(long, never)
    let woke = false
    const asleep = bell.sleep(long, never).then(() => {
      woke = true
    })
    await Promise.resolve()
    expect(woke).toBe(false)
    bell.ring()
    await asleep
  })

  it('ends a sleep when its time is up', async () => {
    await expect(makeDoorbell().sleep(1, never)).resolves.toBeUndefined()
  })

  it('ends a sleep when the caller leaves, or has left before', async () => {
    const leaving = new AbortController()
    const asleep = makeDoorbell().sleep(long, leaving.signal)
    leaving.abort()
    await asleep
    await makeDoorbell().sleep(long, leaving.signal)
  })
})
