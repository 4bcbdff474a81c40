import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { Connection, type Seat } from '../connection.ts'
import type { Contest, Contestant, Doorway } from '../contestant.ts'
import { piecesOf } from '../frames-on-the-wire.ts'
import { type History, holds, writeHistory } from '../history.ts'
import { demandFresh, until } from '../replicas.ts'
import type { ServerProcess } from '../server-process.ts'
import { Typist } from '../typist.ts'
import type { Figures, Work } from '../work.ts'

const quietMs = 500
const openingMs = 3 * 60_000

/** Written once, for all runs are of the same. */
const histories = new Map<number, History>()
const historyOf = (edits: number): History => {
  const written = histories.get(edits) ?? writeHistory(edits, 1)
  histories.set(edits, written)
  return written
}

/** So many edits go out in one piece, and so many may wait for an answer: enough that the server is never idle. */
const inOnePiece = 100
const unanswered = 1_000

/** Sends the whole history as fast as the server takes it, and waits until it has answered for the last edit. */
const typeAll = async (connection: Connection, updates: readonly Uint8Array[]): Promise<number> => {
  const { seat } = connection
  const pieces = piecesOf(
    updates.map((update) => seat.wire.update(update)),
    inOnePiece,
  )
  const before = connection.takenFrames
  let echoed = 0
  let onAnswer = () => {}
  connection.listen(({ kind }) => {
    if (kind === 'update') echoed += 1
    onAnswer()
  })
  connection.keepArrivals = false
  const answered = (edits: number): Promise<void> =>
    new Promise((resolve, reject) => {
      connection.onClose = (code) => reject(new Error(`closed with ${code} while typing`))
      onAnswer = () => {
        if (Math.max(connection.takenFrames - before, echoed) >= edits) resolve()
      }
      onAnswer()
    })
  const begun = performance.now()
  for (const [at, piece] of pieces.entries()) {
    await answered(at * inOnePiece - unanswered)
    connection.raw.write(piece)
  }
  await answered(updates.length)
  return (performance.now() - begun) / 1_000
}

/** When the content was whole, counted from the first knock, and all bytes that came until the line was quiet. */
const coldOpen = async (seat: Seat, written: History): Promise<Figures> => {
  const begun = performance.now()
  const reader = await Typist.join(seat, 0)
  const { arrivals } = reader.connection
  const isWhole = () => {
    reader.readAll()
    return holds(written, reader.doc)
  }
  await until('the whole document', () => performance.now() - (arrivals.at(-1)?.at ?? 0) > quietMs && isWhole(), openingMs)
  reader.connection.leave()
  const openKb = arrivals.reduce((sum, { frame }) => sum + frame.byteLength, 0) / 1_000
  const doc = new Y.Doc()
  let synced = false
  for (const { at, frame } of arrivals) {
    const heard = seat.wire.hear(frame)
    if (heard.kind !== 'step2' && heard.kind !== 'update') continue
    Y.applyUpdate(doc, heard.update)
    if (holds(written, doc)) return { openMs: at - begun, openKb, syncedBeforeWhole: synced ? 1 : 0 }
    synced ||= heard.kind === 'step2'
  }
  throw new Error('the document was whole and then it was not')
}

interface Typed {
  readonly figures: Figures
  readonly doorway: Doorway
}

const typeInto = async (contest: Contest, written: History): Promise<Typed> => {
  const { updates, clientId } = written
  const server = await contest.start()
  try {
    const [doorway] = (await contest.documents(server, 1)) as [Doorway]
    const idle = server.memory()
    server.forgetPeak()
    const author = await Connection.join(await doorway(server, clientId))
    const seconds = await typeAll(author, updates)
    const ended = Date.now()
    const memory = server.memory()
    await demandFresh(await doorway(server), (doc) => holds(written, doc))
    author.leave()
    const settled = await contest.settled(ended, server)
    if (settled === undefined) throw new Error('what was typed was not stored in time')
    return { figures: { perSecond: updates.length / seconds, idle, memory, peak: server.peak(), settled }, doorway }
  } finally {
    await server.stop()
  }
}

const openAgain = async (contest: Contest, doorway: Doorway, written: History): Promise<Figures> => {
  const server: ServerProcess = await contest.start()
  try {
    await sleep(quietMs)
    return await coldOpen(await doorway(server), written)
  } finally {
    await server.stop()
  }
}

/** A long history typed through one connection, and then the document opened by somebody with nothing, on a server that just started. */
export const history =
  (edits: number): Work =>
  async (contestant: Contestant) => {
    const written = historyOf(edits)
    const contest = await contestant.open()
    try {
      const { figures, doorway } = await typeInto(contest, written)
      return { ...figures, ...(await openAgain(contest, doorway, written)) }
    } finally {
      await contest.remove()
    }
  }
