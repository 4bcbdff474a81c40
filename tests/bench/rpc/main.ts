import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAdmin } from '@mreza/db'
import { freePort, startBroker, startPostgres } from '@mreza/testkit'
import { sql } from 'kysely'
import { median } from '../median.ts'
import { cpuSeconds, family } from '../process-figures.ts'
import type { LoadOrder, LoadReport } from './load.ts'

// Compares a list read through gateway and service with the same query in a tRPC server of one process.
// node tests/bench/rpc/main.ts [--seconds 3] [--rounds 5] [--separate] [--check]

const flag = (name: string, otherwise: number) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1] || Number.NaN) || otherwise
const rounds = flag('rounds', 5)
const seconds = flag('seconds', 3)
const limit = { p50: 1.6, perSecond: 0.6 }
const children: ChildProcess[] = []

const start = async <T>(file: string, env: Record<string, string> = {}, args: readonly string[] = []): Promise<T & { pid: number }> => {
  const child = fork(join(import.meta.dirname, file), args, {
    env: { ...process.env, ...env },
    execPath: process.execPath,
    execArgv: ['--max-semi-space-size=8'],
  })
  children.push(child)
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended`)))])
  return { ...(message as T), pid: child.pid ?? 0 }
}

const database = async () => {
  const server = await startPostgres()
  const admin = openAdmin(server.adminUrl)
  await sql`create database bench`.execute(admin)
  await admin.destroy()
  const url = new URL(server.adminUrl)
  url.pathname = '/bench'
  return { url: url.toString(), stop: server.stop }
}

const environment = async (databaseUrl: string, natsUrl: string): Promise<Record<string, string>> => ({
  DATABASE_URL: databaseUrl,
  NATS_URL: natsUrl,
  PORT: String(await freePort()),
  MREZA_DATA: mkdtempSync(join(tmpdir(), 'mreza-bench-')),
  MREZA_DEMO: '1',
  MREZA_PUBLIC_ORIGIN: 'http://localhost:4600',
  MREZA_PROTOCOLS: join(import.meta.dirname, '..', '..', '..', 'protocols'),
  MREZA_WORKSPACE_DIST: tmpdir(),
  MREZA_CALLS_PER_PERSON: '100000000',
  MREZA_CALLS_PER_ADDRESS: '100000000',
  MREZA_LOG_LEVEL: 'error',
})

const signIn = async (address: string) => {
  const headers = { 'content-type': 'application/json', 'x-mreza': '1' }
  const response = await fetch(`${address}/rpc/identity/signInAsDemo`, {
    method: 'POST',
    headers,
    body: '{"personSlug":"jelena-stankovic"}',
  })
  const { result } = (await response.json()) as { result: { data: { subject: { networkId: string } } } }
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '', networkId: result.data.subject.networkId }
}

const openLoad = () => {
  const child = fork(join(import.meta.dirname, 'load.ts'), { execPath: process.execPath })
  children.push(child)
  return async (order: LoadOrder): Promise<LoadReport> => {
    child.send(order)
    const [report] = (await once(child, 'message')) as [LoadReport]
    if (report.failed > 0) throw new Error(`${report.failed} answers of ${order.url} were not 200`)
    return report
  }
}

/** One round against one server: the answers, and the milliseconds of processor that each took there. */
interface Round extends LoadReport {
  readonly cpu: number
}

const medians = (rounds: readonly Round[]) => ({
  perSecond: median(rounds.map((one) => one.perSecond)),
  p50: median(rounds.map((one) => one.p50)),
  p99: median(rounds.map((one) => one.p99)),
  cpu: median(rounds.map((one) => one.cpu)),
})

interface Server extends Pick<LoadOrder, 'url' | 'headers'> {
  readonly pids: readonly number[]
}
type Subjects = Readonly<Record<'floor' | 'plain' | 'house', Server>>

const measure = async (load: (order: LoadOrder) => Promise<LoadReport>, subjects: Subjects, connections: number) => {
  const names = Object.keys(subjects) as (keyof Subjects)[]
  const reports = { floor: [] as Round[], plain: [] as Round[], house: [] as Round[] }
  const round = async ({ pids, ...order }: Server, length: number): Promise<Round> => {
    const before = cpuSeconds(pids)
    const seen = await load({ ...order, connections, seconds: length })
    return { ...seen, cpu: ((cpuSeconds(pids) - before) * 1_000) / (seen.perSecond * length) }
  }
  for (const name of names) await round(subjects[name], 2)
  for (let turn = 0; turn < rounds; turn += 1) for (const name of names) reports[name].push(await round(subjects[name], seconds))
  return { floor: medians(reports.floor), plain: medians(reports.plain), house: medians(reports.house) }
}

const row = (name: string, { perSecond, p50, p99, cpu }: ReturnType<typeof medians>) =>
  console.log(
    `${name.padEnd(34)}${perSecond.toFixed(0).padStart(9)}${p50.toFixed(2).padStart(9)}${p99.toFixed(2).padStart(9)}${cpu.toFixed(2).padStart(9)}`,
  )

const report = (connections: number, seen: Awaited<ReturnType<typeof measure>>): boolean => {
  console.log(
    `\n${`${connections} connection${connections > 1 ? 's' : ''}`.padEnd(34)}${'req/s'.padStart(9)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}${'cpu ms'.padStart(9)}`,
  )
  row('node:http, a constant', seen.floor)
  row('one-process tRPC, the list', seen.plain)
  row('gateway and service, the list', seen.house)
  const p50 = seen.house.p50 / seen.plain.p50
  const perSecond = seen.house.perSecond / seen.plain.perSecond
  console.log(`p50 ${p50.toFixed(2)}× (at most ${limit.p50}×), throughput ${perSecond.toFixed(2)}× (at least ${limit.perSecond}×)`)
  return p50 <= limit.p50 && perSecond >= limit.perSecond
}

const run = async (): Promise<boolean> => {
  const [postgres, broker] = await Promise.all([database(), startBroker()])
  try {
    const env = await environment(postgres.url, broker.url)
    const house = await start<{ address: string; passwords: object }>(
      'house.ts',
      env,
      process.argv.includes('--separate') ? ['--separate'] : [],
    )
    const others = await start<{ plain: string; floor: string }>('plain-server.ts', {
      ...env,
      BENCH_PASSWORDS: JSON.stringify(house.passwords),
    })
    const { cookie, networkId } = await signIn(house.address)
    const list = `listInstitutions?input=${encodeURIComponent(JSON.stringify({ networkId }))}`
    const subjects: Subjects = {
      floor: { url: `${others.floor}/`, headers: {}, pids: [others.pid] },
      plain: { url: `${others.plain}/${list}`, headers: {}, pids: [others.pid] },
      house: { url: `${house.address}/rpc/directory/${list}`, headers: { cookie }, pids: family(house.pid) },
    }
    const load = openLoad()
    console.log(`medians of ${rounds} rounds of ${seconds} s each, in turn`)
    const one = report(1, await measure(load, subjects, 1))
    const many = report(32, await measure(load, subjects, 32))
    return one && many
  } finally {
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map((child) => (child.exitCode === null ? once(child, 'exit') : undefined)))
    await broker.stop()
    await postgres.stop()
  }
}

const kept = await run()
process.exit(kept || !process.argv.includes('--check') ? 0 : 1)
