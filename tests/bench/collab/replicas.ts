import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Connection, Seat } from './connection.ts'
import { proseIn, Typist } from './typist.ts'

const patienceMs = 60_000

/** Waits for something that comes by itself; fails loudly when it does not, unless `progress` shows that it is still coming. */
export const until = async (what: string, holds: () => boolean, within = patienceMs, progress = () => 0): Promise<void> => {
  let [end, before] = [Date.now() + within, progress()]
  while (!holds()) {
    if (Date.now() > end) throw new Error(`this never came: ${what}`)
    await sleep(20)
    const now = progress()
    if (now !== before) end = Date.now() + within
    before = now
  }
}

const quietMs = 500

/** Has nobody heard anything since `begun`, and for a while? Some documents come after the server has said that they are here. */
export const isQuiet = (connections: readonly Connection[], begun: number, quiet = quietMs): boolean =>
  connections.every(({ arrivals }) => performance.now() - Math.max(begun, arrivals.at(-1)?.at ?? 0) > quiet)

export const untilQuiet = (connections: readonly Connection[]): Promise<void> => {
  const begun = performance.now()
  return until('quiet', () => isQuiet(connections, begun))
}

const clocksOf = (doc: Y.Doc): string =>
  JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].filter(([, clock]) => clock > 0).sort(([a], [b]) => a - b))

/** What makes two replicas the same: what everybody wrote, and what one reads. */
export const faceOf = (doc: Y.Doc): string => `${clocksOf(doc)} ${proseIn(doc).toString()}`

const isWhole = ({ store }: Y.Doc) => store.pendingStructs === null && store.pendingDs === null

/** Do all of these hold the same document, with nothing that waits for something missing? @throws when not */
export const demandEqual = (replicas: readonly Typist[]): string => {
  for (const replica of replicas) replica.readAll()
  const [first, ...others] = replicas
  if (first === undefined) throw new Error('nobody is there')
  const face = faceOf(first.doc)
  if (!replicas.every(({ doc }) => isWhole(doc))) throw new Error('a replica waits for something that never came')
  if (others.some(({ doc }) => faceOf(doc) !== face)) throw new Error('the replicas differ')
  return face
}

/** Comes in anew and demands to find a document of which this is true. */
export const demandFresh = async (seat: Seat, isRight: (doc: Y.Doc) => boolean): Promise<void> => {
  const fresh = await Typist.join(seat, 0)
  try {
    await untilQuiet([fresh.connection])
    await until('the whole document for somebody new', () => {
      fresh.readAll()
      return isRight(fresh.doc)
    })
  } finally {
    fresh.connection.leave()
  }
}
