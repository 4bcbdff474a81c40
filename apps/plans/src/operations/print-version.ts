import { record } from '@mreza/audit'
import type { InstitutionId } from '@mreza/contracts-kernel'
import { PlanRoom, refuseInPlans } from '@mreza/contracts-plans'
import { asSubject, type Trx } from '@mreza/db'
import type { PrintedDocument } from '@mreza/documents'
import { loadTexts } from '@mreza/i18n'
import { readPlanContent } from '@mreza/plan-document'
import type { CallContext } from '@mreza/rpc'
import * as Y from 'yjs'
import { type CopyWanted, composeCopy } from '../print/compose-copy.ts'
import { namedIn, type PrintedVersion } from '../print/printed-version.ts'
import { planResource } from '../store/leads.ts'
import type { PlansTables } from '../store/tables.ts'
import { caseCodeOf, roomStates, sectionsHeldBy } from '../store/versions.ts'
import { presentVersion } from '../versions/present-version.ts'
import { approvedVersion, type ReadableVersion } from './may-version.ts'
import type { Of } from './parts.ts'

/** The rooms that a copy may hold: open to who prints, and where it is for another institution, open to that one too. */
const roomsFor = async (trx: Trx<PlansTables>, readable: ReadableVersion, by: InstitutionId, wanted: CopyWanted): Promise<PlanRoom[]> => {
  const { plan, openRooms } = readable
  if (wanted.audience !== 'institution' || wanted.institutionId === by) return [...openRooms]
  const held = await sectionsHeldBy(trx, plan.case_id, wanted.institutionId)
  return openRooms.filter((room) => held.has('core') && held.has(room))
}

const readVersion = async (
  trx: Trx<PlansTables>,
  ctx: CallContext,
  readable: ReadableVersion,
  wanted: CopyWanted,
): Promise<PrintedVersion> => {
  const { plan, version } = readable
  const { row } = version
  const rooms = await roomsFor(trx, readable, ctx.subject.institutionId, wanted)
  const states = await roomStates(trx, row.id)
  const contents = PlanRoom.options.flatMap((room) => {
    const stored = rooms.includes(room) ? states.find((each) => each.room === room) : undefined
    if (stored === undefined) return []
    const doc = new Y.Doc({ gc: true })
    Y.applyUpdate(doc, stored.state)
    return [readPlanContent(doc, room)]
  })
  const { hash, participation, review, signOffs, asked } = presentVersion(version)
  const { leadInstitutionId, caseManagerId } = await planResource(trx, plan.case_id)
  return {
    code: await caseCodeOf(trx, plan.case_id),
    number: row.number ?? 1,
    at: row.at,
    hash: hash ?? '',
    approvedBy: row.institution_id,
    participation,
    review,
    rooms: contents,
    withheld: PlanRoom.options.filter((room) => !rooms.includes(room)),
    signOffs,
    asked,
    leadInstitutionId,
    caseManagerId,
    printedBy: ctx.subject.personId,
    printedAt: ctx.now.toISOString(),
  }
}

/** Reads what the copy holds, and records who takes which version away for whom (rule D8). */
const takeOut = (
  parts: Parameters<Of<'printVersion'>>[0],
  ctx: CallContext,
  versionId: ReadableVersion['version']['row']['id'],
  wanted: CopyWanted,
) =>
  asSubject(parts.db.runtime, ctx.databaseKey, async (trx) => {
    const readable = await approvedVersion(trx, versionId, ctx.subject)
    const version = await readVersion(trx, ctx, readable, wanted)
    const { personId, institutionId } = ctx.subject
    const { audience, language } = wanted
    const forWhom = audience === 'institution' ? { forInstitutionId: wanted.institutionId } : {}
    const refs = {
      planId: readable.plan.id,
      versionId,
      audience,
      language,
      ...forWhom,
      rooms: version.rooms.map(({ room }) => room).join(' '),
    }
    await record(trx, { chain: readable.plan.case_id, action: 'print-plan', actor: { personId, institutionId }, refs })
    return version
  })

/** Refuses what was read a moment ago when some of it is closed by now: typesetting takes longer than a right may outlive itself (rule D11). */
const refuseClosed = (
  { db }: Parameters<Of<'printVersion'>>[0],
  { databaseKey, subject }: CallContext,
  versionId: ReadableVersion['version']['row']['id'],
  { rooms }: PrintedVersion,
  wanted: CopyWanted,
) =>
  asSubject(db.runtime, databaseKey, async (trx) => {
    const open = await roomsFor(trx, await approvedVersion(trx, versionId, subject), subject.institutionId, wanted)
    if (rooms.some(({ room }) => !open.includes(room))) throw refuseInPlans('not-found')
  })

/** What prints is loaded when something is printed: most processes never do. */
const typeset = async (document: PrintedDocument): Promise<Uint8Array> => {
  const { documentTemplate, renderPdf, TypesetterBusy } = await import('@mreza/documents')
  return renderPdf(documentTemplate, document).catch((cause: unknown): never => {
    throw cause instanceof TypesetterBusy ? refuseInPlans('too-many-requests', { cause }) : cause
  })
}

/** An approved version as a tagged PDF for one of its readers: from the frozen states, never from rows that go on changing (PL19). */
export const printVersion: Of<'printVersion'> =
  (parts) =>
  async (ctx, { versionId, audience, institutionId = ctx.subject.institutionId, language, largePrint }) => {
    const wanted: CopyWanted = { audience, institutionId, language, largePrint }
    const version = await takeOut(parts, ctx, versionId, wanted)
    const [names] = await Promise.all([parts.directory.nameOnPaper(namedIn(version)), loadTexts(language, 'plan-print')])
    const { document, fileName } = composeCopy(version, names, wanted)
    const pdf = await typeset(document)
    await refuseClosed(parts, ctx, versionId, version, wanted)
    return { pdf: Buffer.from(pdf).toString('base64'), fileName }
  }
