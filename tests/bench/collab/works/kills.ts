import * as Y from 'yjs'
import type { Contestant, Doorway } from '../contestant.ts'
import { seatAll, typeFor } from '../editors.ts'
import { HeardEdits } from '../heard-edits.ts'
import type { Random } from '../random.ts'
import { demandEqual, isQuiet, until, untilQuiet } from '../replicas.ts'
import type { ServerProcess } from '../server-process.ts'
import { Typist } from '../typist.ts'
import type { Figures, Surroundings } from '../work.ts'

const editors = 8
const perSecond = 10
const shortestSeconds = 0.5
const longestSeconds = 2.5
const slowestMs = 8_000

/** What somebody has reason to believe in: how many edits of each writer another has seen, and how many the server has answered for. */
interface Belief {
  readonly author: Typist
  readonly seen: number
  readonly acknowledged: number
}

const acknowledgedOf = ({ connection, edits }: Typist): number => {
  const answers = connection.arrivals.map(({ frame }) => connection.seat.wire.hear(frame))
  const frames = Math.max(0, ...answers.map((heard) => (heard.kind === 'taken' ? heard.frames : 0)))
  return Math.max(0, frames - (connection.sentFrames - edits.length))
}

/** People type, and the server is killed at a moment that nobody chose. */
const typeUntilKilled = async (doorway: Doorway, server: ServerProcess, random: Random): Promise<Belief[]> => {
  const people = await seatAll(doorway, [server], editors)
  const heard = new HeardEdits(people, () => undefined)
  const seconds = shortestSeconds + random() * (longestSeconds - shortestSeconds)
  const killed = new Promise<void>((resolve) => setTimeout(() => void server.kill().then(resolve), seconds * 1_000))
  await typeFor(people, perSecond, seconds, random)
  await killed
  heard.readAll()
  for (const { connection } of people) connection.leave()
  return people.map((author) => ({ author, seen: heard.seenOf(author), acknowledged: acknowledgedOf(author) }))
}

const keptOf = ({ author }: Belief, found: Y.Doc): number =>
  author.edits.filter(({ end }) => end <= Y.getState(found.store, author.clientId)).length

/** What is found again by two who come in anew, the same for both. Servers that load slowly are given time before something counts as lost. */
const stillThere = async (doorway: Doorway, server: ServerProcess, beliefs: readonly Belief[]): Promise<Y.Doc> => {
  const first = await Typist.join(await doorway(server), 0)
  const isThere = () => {
    first.readAll()
    return beliefs.every((belief) => keptOf(belief, first.doc) >= Math.max(belief.seen, belief.acknowledged))
  }
  const begun = performance.now()
  await until('what was seen, or silence', () => isThere() || isQuiet([first.connection], begun, slowestMs))
  const second = await Typist.join(await doorway(server), 0)
  await untilQuiet([first.connection, second.connection])
  demandEqual([first, second])
  for (const { connection } of [first, second]) connection.leave()
  return first.doc
}

const count = (beliefs: readonly Belief[], found: Y.Doc): Record<'seen' | 'seenLost' | 'acknowledged' | 'acknowledgedLost', number> => {
  const sum = (of: (belief: Belief) => number) => beliefs.reduce((total, belief) => total + of(belief), 0)
  return {
    seen: sum(({ seen }) => seen),
    seenLost: sum((belief) => Math.max(0, belief.seen - keptOf(belief, found))),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    acknowledgedLost: sum((belief) => Math.max(0, belief.acknowledged - keptOf(belief, found))),
  }
}

/** The server is killed (SIGKILL) while people type and they leave; what others had seen or was acknowledged must be there after it. */
export const kills = async (contestant: Contestant, around: Surroundings, random: Random): Promise<Figures> => {
  const contest = await contestant.open()
  let server = await contest.start()
  const totals = { seen: 0, seenLost: 0, acknowledged: 0, acknowledgedLost: 0, kills: around.kills }
  try {
    const [doorway] = (await contest.documents(server, 1)) as [Doorway]
    for (let left = around.kills; left > 0; left -= 1) {
      const beliefs = await typeUntilKilled(doorway, server, random)
      server = await contest.start()
      for (const [name, found] of Object.entries(count(beliefs, await stillThere(doorway, server, beliefs))))
        totals[name as keyof typeof totals] += found
    }
    return totals
  } finally {
    await server.kill()
    await contest.remove()
  }
}
