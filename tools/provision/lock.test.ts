import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holderOf, lockDataFolder } from './lock.ts'
import { commandOf } from './processes.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mreza-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const hold = (pid: number, command: string) =>
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid, command, address: 'http://localhost:4600' }))

test('a second command learns where the first one answers', () => {
  const lock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow('being started')
  lock.tell({ address: 'http://localhost:4600' })
  expect(() => lockDataFolder(folder)).toThrow('already running at http://localhost:4600')
  expect(holderOf(folder)?.pid).toBe(process.pid)
  lock.release()
  lockDataFolder(folder).release()
})

test('the lock of a process that is gone is taken over', () => {
  hold(spawnSync(process.execPath, ['-e', '']).pid, 'node start')
  expect(holderOf(folder)).toBeUndefined()
  lockDataFolder(folder).release()
})

test('the lock of a process whose id another program has by now is taken over', () => {
  hold(process.pid, 'some other program')
  lockDataFolder(folder).release()
})

test('a lock that was half written by a power cut is taken over', () => {
  writeFileSync(join(folder, 'running.json'), '{"pid":')
  lockDataFolder(folder).release()
})

test('the lock of another living process holds', () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  try {
    hold(other.pid ?? 0, commandOf(other.pid ?? 0))
    expect(() => lockDataFolder(folder)).toThrow('already running')
  } finally {
    other.kill()
  }
})
