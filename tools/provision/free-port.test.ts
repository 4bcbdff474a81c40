import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { anyPort, freePort, isFree } from './free-port.ts'

test('a usual port that is taken gives way to a free one', async () => {
  const usual = await anyPort()
  expect(await freePort(usual)).toBe(usual)
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(usual, '127.0.0.1', resolve))
  expect(await isFree(usual)).toBe(false)
  expect(await freePort(usual)).not.toBe(usual)
  await new Promise((resolve) => holder.close(resolve))
})
