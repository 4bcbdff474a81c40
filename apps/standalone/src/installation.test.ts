import { readFileSync } from 'node:fs'
import { directoryOperations } from '@mreza/contracts-directory'
import { eventually } from '@mreza/testkit'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Installation, installationForTests } from './installation-for-tests.ts'

// Whole installations start and stop here, several times.
vi.setConfig({ testTimeout: 120_000 })

const { listNetworks } = directoryOperations
type InstallationForTests = Awaited<ReturnType<typeof installationForTests>>

const post = (address: string, operation: string, input: unknown) =>
  fetch(`${address}/rpc/identity/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mreza': '1' },
    body: JSON.stringify(input),
  })

const signIn = async ({ ready }: Installation) => {
  const response = await post(ready.address, 'signInAsDemo', { personSlug: 'jelena-stankovic' })
  expect(response.status).toBe(200)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const networks = async ({ ready }: Installation, cookie: string) => {
  const response = await fetch(`${ready.address}/rpc/directory/listNetworks?input={}`, { headers: { cookie } })
  expect(response.status).toBe(200)
  return listNetworks.output.parse(((await response.json()) as { result: { data: unknown } }).result.data)
}

const childrenOf = (pid: number) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a demo installation', () => {
  let on: InstallationForTests
  beforeAll(async () => {
    on = await installationForTests(true)
  })
  afterAll(() => on.dispose())

  it('starts in one process, lets a demo person read the seven networks, stops well, and knows the session after the next start', async () => {
    const first = await on.start()
    const cookie = await signIn(first)
    expect(await networks(first, cookie)).toHaveLength(7)
    expect(await (await fetch(`${first.ready.address}/readyz`)).json()).toEqual({ ready: true })
    expect(await first.stop()).toBe(0)
    const second = await on.start()
    expect(await networks(second, cookie)).toHaveLength(7)
    expect(await second.stop()).toBe(0)
  })

  it.skipIf(process.platform !== 'linux')(
    'runs each service in a process of its own, brings back one that was killed, and leaves none behind',
    async () => {
      const installation = await on.start('--separate')
      const cookie = await signIn(installation)
      const pids = childrenOf(installation.process.pid ?? 0)
      expect(pids).toHaveLength(7)
      expect(await networks(installation, cookie)).toHaveLength(7)
      const victim = pids.find((pid) => commandOf(pid).includes('apps/directory/')) ?? 0
      process.kill(victim, 'SIGKILL')
      await eventually(async () => expect(childrenOf(installation.process.pid ?? 0)).not.toContain(victim))
      await eventually(async () => expect(await networks(installation, cookie)).toHaveLength(7))
      expect(await installation.stop()).toBe(0)
      expect(pids.filter(isThere)).toEqual([])
    },
  )
})

describe('a real installation', () => {
  let on: InstallationForTests
  beforeAll(async () => {
    on = await installationForTests(false)
  })
  afterAll(() => on.dispose())

  it('ID17 ID18 has no demo people and gives a link for the first administrator until there is one', async () => {
    const first = await on.start()
    const link = new URL(first.ready.setupLink ?? '')
    expect(link.pathname).toBe('/set-up')
    const input = {
      token: link.hash.slice(1),
      email: 'root@mreza.rs',
      password: 'zeleni čamac na Nišavi 7',
      displayName: { srLatn: 'Root', srCyrl: 'Рут' },
    }
    expect((await post(first.ready.address, 'signInAsDemo', { personSlug: 'jelena-stankovic' })).status).toBe(404)
    expect((await post(first.ready.address, 'setUpAdministrator', input)).status).toBe(200)
    expect(await first.stop()).toBe(0)
    const second = await on.start()
    expect(second.ready.setupLink).toBeUndefined()
    expect(await second.stop()).toBe(0)
  })
})
