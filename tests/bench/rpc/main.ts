import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAdmin } from '@mreza/db'
import { startBroker, startPostgres } from '@mreza/testkit'
import { sql } from 'kysely'
import type { LoadOrder, LoadReport } from './load.ts'

// Compares a list read through gateway and service with the same query in a tRPC server of one process.
// node tests/bench/rpc/main.ts [--seconds 3] [--rounds 5] [--separate] [--check]

const flag = (name: string, otherwise: number) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1] || Number.NaN) || otherwise
const rounds = flag('rounds', 5)
const seconds = flag('seconds', 3)
const limit = { p50: 1.6, perSecond: 0.6 }
const children: ChildProcess[] = []

const start = async <T>(file: string, env: Record<string, string> = {}, args: readonly string[] = []): Promise<T> => {
  const child = fork(join(import.meta.dirname, file), args, {
    env: { ...process.env, ...env },
    execPath: process.execPath,
    execArgv: ['--max-semi-space-size=8'],
  })
  children.push(child)
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended`)))])
  return message as T
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

const environment = (databaseUrl: string, natsUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  NATS_URL: natsUrl,
  PORT: '0',
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

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const medians = (reports: readonly LoadReport[]) => ({
  perSecond: median(reports.map((one) => one.perSecond)),
  p50: median(reports.map((one) => one.p50)),
  p99: median(reports.map((one) => one.p99)),
})

type Subjects = Readonly<Record<'floor' | 'plain' | 'house', Pick<LoadOrder, 'url' | 'headers'>>>

const measure = async (load: (order: LoadOrder) => Promise<LoadReport>, subjects: Subjects, connections: number) => {
  const names = Object.keys(subjects) as (keyof Subjects)[]
  const reports = { floor: [] as LoadReport[], plain: [] as LoadReport[], house: [] as LoadReport[] }
  for (const name of names) await load({ ...subjects[name], connections, seconds: 2 })
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) reports[name].push(await load({ ...subjects[name], connections, seconds }))
  return { floor: medians(reports.floor), plain: medians(reports.plain), house: medians(reports.house) }
}

const row = (name: string, { perSecond, p50, p99 }: ReturnType<typeof medians>) =>
  console.log(`${name.padEnd(34)}${perSecond.toFixed(0).padStart(9)}${p50.toFixed(2).padStart(9)}${p99.toFixed(2).padStart(9)}`)

const report = (connections: number, seen: Awaited<ReturnType<typeof measure>>): boolean => {
  console.log(
    `\n${`${connections} connection${connections > 1 ? 's' : ''}`.padEnd(34)}${'req/s'.padStart(9)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}`,
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
    const env = environment(postgres.url, broker.url)
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
      floor: { url: `${others.floor}/`, headers: {} },
      plain: { url: `${others.plain}/${list}`, headers: {} },
      house: { url: `${house.address}/rpc/directory/${list}`, headers: { cookie } },
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
