import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { appendParagraphs, proseOf } from '@mreza/plan-document'
import { startPostgres } from '@mreza/testkit'
import * as Y from 'yjs'
import { LiveClient } from '../../../apps/plans/src/live-client-for-tests.ts'
import { openWorld, planOf } from '../../../apps/plans/src/service-for-tests.ts'
import { median } from '../median.ts'
import { openFloor } from './floor.ts'

// From a key pressed by one person to the letter on another's screen, when nothing is shown before it is safe on disk.
// npm run bench -- key [--rounds 5] [--keys 100]

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, keys: { type: 'string', default: '100' } } })
const rounds = Number(values.rounds)
const keys = Number(values.keys)
/** As fast as a quick writer types. */
const betweenKeys = 40

const place = 'area-family'
const lineOf = (doc: Y.Doc): Y.XmlText => {
  const [paragraph] = proseOf(doc, place).toArray()
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (text instanceof Y.XmlText) return text
  throw new Error('the first line is not there')
}

const series = async (measure: () => Promise<number>): Promise<number[]> => {
  const times: number[] = []
  for (let key = 0; key < keys; key += 1) {
    times.push(await measure())
    await sleep(betweenKeys)
  }
  return times.sort((a, b) => a - b)
}
const quantiles = (sorted: readonly number[]) => ({ p50: median(sorted), p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN })

const server = await startPostgres({ durable: true })
process.env.MREZA_TEST_PG_URL = server.adminUrl
const world = await openWorld()
const floor = await openFloor(world.database.adminUrl)
try {
  const writer = await world.member(['core'])
  const reader = await world.member(['core'], { sector: 'education' })
  const planId = await planOf(world, writer)
  const [here, there] = [new LiveClient(writer, planId, 'core'), new LiveClient(reader, planId, 'core')]
  await here.join(world.instance.address)
  await there.join(world.instance.address)
  const arrived = () => new Promise((resolve) => there.doc.once('update', resolve))
  const begun = arrived()
  appendParagraphs(proseOf(here.doc, place), 'a')
  await begun
  const press = async () => {
    const begun = performance.now()
    const seen = arrived()
    const line = lineOf(here.doc)
    line.insert(line.length, 'a')
    await seen
    return performance.now() - begun
  }
  await series(press)
  const ours: ReturnType<typeof quantiles>[] = []
  const floors: ReturnType<typeof quantiles>[] = []
  for (let round = 0; round < rounds; round += 1) {
    floors.push(quantiles(await series(floor.once)))
    ours.push(quantiles(await series(press)))
  }
  const row = (name: string, of: typeof ours) =>
    console.log(
      `${name.padEnd(44)}${median(of.map(({ p50 }) => p50))
        .toFixed(2)
        .padStart(9)}${median(of.map(({ p95 }) => p95))
        .toFixed(2)
        .padStart(9)}`,
    )
  console.log(`medians of ${rounds} rounds of ${keys} keys, in turn\n${''.padEnd(44)}${'p50 ms'.padStart(9)}${'p95 ms'.padStart(9)}`)
  row('floor: a bare echo and one commit on disk', floors)
  row('the plan: key to the other screen, saved', ours)
} finally {
  await floor.close()
  await world.dispose()
  await server.stop()
}
process.exit(0)
