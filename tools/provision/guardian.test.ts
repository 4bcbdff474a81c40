import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startGuardian } from './guardian.ts'
import { isAlive } from './processes.ts'
import { waitUntil } from './wait-until.ts'

const idle = () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { detached: true, stdio: 'ignore' })
const pidOf = ({ pid }: ChildProcess) => pid ?? 0

test('what is watched is stopped at the end, what was forgotten is left alone', async () => {
  const [watched, forgotten] = [idle(), idle()]
  const guardian = startGuardian()
  guardian.watch(pidOf(watched), 'SIGTERM', 'SIGKILL')
  guardian.watch(pidOf(forgotten), 'SIGTERM', 'SIGKILL')
  guardian.forget(pidOf(forgotten))
  await guardian.end()
  expect(isAlive(pidOf(watched))).toBe(false)
  expect(isAlive(pidOf(forgotten))).toBe(true)
  forgotten.kill()
})

test('whoever dies without a word leaves nothing running', async () => {
  const child = idle()
  const owner = `
    const { startGuardian } = await import(${JSON.stringify(join(import.meta.dirname, 'guardian.ts'))})
    startGuardian().watch(${pidOf(child)}, 'SIGTERM', 'SIGKILL')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 200)
    setInterval(() => {}, 1000)`
  spawn(process.execPath, ['--input-type=module', '-e', owner], { stdio: 'ignore' })
  expect(await waitUntil(() => !isAlive(pidOf(child)), 15)).toBe(true)
})

test('what begins when the guardian has ended is stopped at once', async () => {
  const guardian = startGuardian()
  await guardian.end()
  const late = idle()
  guardian.watch(pidOf(late), 'SIGTERM', 'SIGKILL')
  expect(await waitUntil(() => !isAlive(pidOf(late)), 10)).toBe(true)
})
