import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from '../connection.ts'
import type { Contestant, Doorway } from '../contestant.ts'
import { forEach } from '../editors.ts'
import { until, untilQuiet } from '../replicas.ts'
import type { ServerProcess } from '../server-process.ts'
import { Typist, writeParagraphs } from '../typist.ts'
import type { Figures, Surroundings, Work } from '../work.ts'

const paragraphs = 20
const settlingMs = 5_000
const watchedMs = 10_000

/** Puts a page of text into each document. */
const fill = async (doorways: readonly Doorway[], server: ServerProcess): Promise<void> => {
  await forEach(doorways, async (doorway) => {
    const writer = await Typist.join(await doorway(server), 0)
    writeParagraphs(writer.doc, paragraphs)
    const { connection } = writer
    if (connection.seat.wire.answersStep2) await until('the answer for the text', () => connection.answered)
    connection.leave()
  })
  await sleep(settlingMs)
}

/** Somebody with the document open who does nothing. */
const open = async (doorway: Doorway, server: ServerProcess) => Connection.join(await doorway(server))

const measure = async (doorways: readonly Doorway[], server: ServerProcess): Promise<Figures> => {
  const [first, ...others] = doorways as [Doorway, ...Doorway[]]
  const warm = await open(first, server)
  await sleep(settlingMs)
  const empty = server.memory()
  const quiet = await forEach(others, (doorway) => open(doorway, server))
  await untilQuiet(quiet)
  await sleep(settlingMs)
  const [cpu, memory] = [server.cpu(), server.memory()]
  await sleep(watchedMs)
  const cpuPerSecond = ((server.cpu() - cpu) * 1_000) / (watchedMs / 1_000)
  if ([warm, ...quiet].some(({ closed }) => closed)) throw new Error('a quiet connection was closed')
  for (const connection of [warm, ...quiet]) connection.leave()
  return { kbEach: ((memory - empty) * 1_024) / others.length, empty, memory, cpuPerSecond }
}

/** So many documents of a page each, with one person in each who does nothing, on a server that just started. */
export const quietRooms =
  (rooms: number): Work =>
  async (contestant: Contestant, _around: Surroundings) => {
    const contest = await contestant.open()
    let server = await contest.start()
    try {
      const doorways = await contest.documents(server, rooms)
      await fill(doorways, server)
      await server.stop()
      server = await contest.start()
      return await measure(doorways, server)
    } finally {
      await server.stop()
      await contest.remove()
    }
  }
