import type { Contestant } from '../contestant.ts'
import { forEach, seatAll, typeFor } from '../editors.ts'
import { HeardEdits } from '../heard-edits.ts'
import { quantile } from '../quantiles.ts'
import type { Random } from '../random.ts'
import { demandEqual, demandFresh, faceOf, until } from '../replicas.ts'
import type { ServerProcess } from '../server-process.ts'
import type { Typist } from '../typist.ts'
import type { Figures, Surroundings } from '../work.ts'

/** How many documents, people at each, and edits a second of each of them. */
export interface TypingLoad {
  readonly documents: number
  readonly editors: number
  readonly perSecond: number
}

const warmUpSeconds = 4
const patienceMs = 20_000

/** Milliseconds until the server answered for each edit of these people; empty where it does not say. */
const acknowledgements = (people: readonly Typist[], since: number): number[] =>
  people.flatMap(({ connection, edits }) => {
    const before = connection.sentFrames - edits.length
    let answered = 0
    return connection.arrivals.flatMap(({ at, frame }) => {
      const heard = connection.seat.wire.hear(frame)
      if (heard.kind !== 'taken') return []
      const now = edits.slice(answered, heard.frames - before).filter((edit) => edit.at >= since)
      answered = Math.max(answered, heard.frames - before)
      return now.map((edit) => at - edit.at)
    })
  })

interface Measured {
  readonly latencies: readonly number[]
  readonly edits: number
  readonly cpuSeconds: number
  readonly databaseSeconds: number
  readonly since: number
}

/** Types, first to warm up, and measures from there until the last edit has reached everybody. */
const measure = async (
  rooms: readonly Typist[][],
  servers: readonly ServerProcess[],
  { perSecond }: TypingLoad,
  { seconds, databaseCpu }: Surroundings,
  random: Random,
): Promise<Measured> => {
  const people = rooms.flat()
  const latencies: number[] = []
  let since = Number.POSITIVE_INFINITY
  const heard = rooms.map((room) => new HeardEdits(room, (sentAt, milliseconds) => void (sentAt >= since && latencies.push(milliseconds))))
  const cpu = () => servers.reduce((sum, server) => sum + server.cpu(), 0)
  await typeFor(people, perSecond, warmUpSeconds, random)
  for (const server of servers) server.forgetPeak()
  const [before, databaseBefore] = [cpu(), databaseCpu()]
  since = performance.now()
  await typeFor(people, perSecond, seconds, random)
  const missing = () => heard.reduce((sum, room) => sum + room.readAll(), 0)
  await until('every edit at everybody', () => missing() === 0, patienceMs, missing)
  const edits = people.reduce((sum, person) => sum + person.edits.filter(({ at }) => at >= since).length, 0)
  return { latencies, edits, since, cpuSeconds: cpu() - before, databaseSeconds: databaseCpu() - databaseBefore }
}

const figuresOf = (
  { latencies, edits, cpuSeconds, databaseSeconds }: Measured,
  acks: readonly number[],
  servers: readonly ServerProcess[],
): Figures => ({
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
  cpu: (cpuSeconds * 1_000) / edits,
  databaseCpu: (databaseSeconds * 1_000) / edits,
  memory: servers.reduce((sum, server) => sum + server.memory(), 0),
  peak: servers.reduce((sum, server) => sum + server.peak(), 0),
  ...(acks.length === 0 ? {} : { ackP50: quantile(acks, 0.5), ackP99: quantile(acks, 0.99) }),
})

/** People type in paragraphs of their own; in the end all hold the same, and so does somebody new. `instances`: servers over one storage. */
export const typing =
  (load: TypingLoad, instances = 1) =>
  async (contestant: Contestant, around: Surroundings, random: Random): Promise<Figures> => {
    const contest = await contestant.open()
    const servers: ServerProcess[] = []
    for (let at = 0; at < instances; at += 1) servers.push(await contest.start())
    const [server] = servers as [ServerProcess, ...ServerProcess[]]
    try {
      const doorways = await contest.documents(server, load.documents)
      const rooms = await forEach(doorways, (doorway) => seatAll(doorway, servers, load.editors))
      const measured = await measure(rooms, servers, load, around, random)
      const figures = figuresOf(measured, acknowledgements(rooms.flat(), measured.since), servers)
      await forEach(doorways, async (doorway, at) => {
        const face = demandEqual(rooms[at] ?? [])
        await demandFresh(await doorway(server), (doc) => faceOf(doc) === face)
      })
      for (const person of rooms.flat()) person.connection.leave()
      return figures
    } finally {
      for (const each of servers) await each.stop()
      await contest.remove()
    }
  }
