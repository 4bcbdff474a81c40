import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areasOfRoom } from '@mreza/contracts-plans'
import { openAdmin } from '@mreza/db'
import {
  addActivity,
  addGoal,
  addIndicator,
  appendParagraphs,
  planDocumentVersion,
  proseOf,
  textAt,
  upgradeDocument,
  wishesOf,
} from '@mreza/plan-document'
import { sql } from 'kysely'
import * as Y from 'yjs'

const stock =
  'korisnica dolazi redovno škola javlja centru prevoz udžbenici lekar rok do petka dogovor sestra stan posao dokumenta ljubav džep'.split(
    ' ',
  )

/** So many invented words, always the same. */
const words = (count: number, from: number): string =>
  Array.from({ length: count }, (_none, at) => stock[(from * 7 + at * 5 + ((at * at) % 11)) % stock.length]).join(' ')

/** A plan of so many goals and about so many words, as the core room would hold it. */
export const largePlan = (goals: number, wordCount: number): Y.Doc => {
  const doc = new Y.Doc()
  const areas = areasOfRoom.core
  const perGoal = Math.floor((wordCount * 0.75) / goals)
  appendParagraphs(wishesOf(doc), words(120, 1))
  for (const [at, area] of areas.entries())
    appendParagraphs(
      proseOf(doc, area),
      Array.from({ length: 4 }, (_none, line) => words(Math.floor((wordCount * 0.25) / areas.length / 4), at + line)).join('\n'),
    )
  for (let at = 0; at < goals; at += 1) {
    const area = areas[at % areas.length] ?? 'area-family'
    const goal = addGoal(doc, { area, phase: 'crisis', outcome: words(Math.floor(perGoal * 0.1), at) })
    addIndicator(doc, goal, { text: words(Math.floor(perGoal * 0.15), at) })
    for (let act = 0; act < 3; act += 1) addActivity(doc, goal, { what: words(Math.floor(perGoal * 0.15), at + act) })
    const note = textAt(doc, { in: 'goal', id: goal, field: 'note' })
    if (note !== undefined) appendParagraphs(note, words(Math.floor(perGoal * 0.3), at))
  }
  upgradeDocument(doc)
  return doc
}

/** Puts a document into the core room of a case's plan that nobody has joined yet, past all services, as an operator can. */
export const store = async (dataFolder: string, caseId: string, doc: Y.Doc): Promise<void> => {
  const { servers } = JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as { servers: { databaseUrl: string } }
  const db = openAdmin(servers.databaseUrl)
  const [state, vector] = [Buffer.from(Y.encodeStateAsUpdate(doc)), Buffer.from(Y.encodeStateVector(doc))]
  await sql`
    update plans.room set seq = 1, epoch = epoch + 1, document_version = ${planDocumentVersion} where case_id = ${caseId}::uuid and room = 'core'`.execute(
    db,
  )
  await sql`
    insert into plans.room_snapshot (room_id, case_id, room, seq, state, vector, at)
    select id, case_id, room, 1, ${state}, ${vector}, now() from plans.room where case_id = ${caseId}::uuid and room = 'core'
    on conflict (room_id) do update set seq = 1, state = excluded.state, vector = excluded.vector`.execute(db)
  await db.destroy()
}
