import { Client } from 'undici'

/** What the load generator is asked to do. */
export interface LoadOrder {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
}

/** What it saw: answers a second, and how long they took, in milliseconds. */
export interface LoadReport {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** One connection asks again as soon as it was answered. */
const askInTurn = async (order: LoadOrder, until: number, times: number[]): Promise<number> => {
  const { origin, pathname, search } = new URL(order.url)
  const client = new Client(origin)
  let failed = 0
  while (performance.now() < until) {
    const begun = performance.now()
    const { statusCode, body } = await client.request({ path: pathname + search, method: 'GET', headers: order.headers })
    await body.dump({ limit: 10_000_000 })
    times.push(performance.now() - begun)
    if (statusCode !== 200) failed += 1
  }
  await client.close()
  return failed
}

const run = async (order: LoadOrder): Promise<LoadReport> => {
  const begun = performance.now()
  const times: number[] = []
  const failed = await Promise.all(Array.from({ length: order.connections }, () => askInTurn(order, begun + order.seconds * 1_000, times)))
  const perSecond = times.length / ((performance.now() - begun) / 1_000)
  const sorted = times.sort((a, b) => a - b)
  return { perSecond, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), failed: failed.reduce((sum, one) => sum + one, 0) }
}

process.on('message', (order: LoadOrder) => void run(order).then((report) => process.send?.(report)))
