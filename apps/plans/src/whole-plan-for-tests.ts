import { participationGranted } from '@mreza/contracts-conferences'
import type { InstitutionId, PlanId, Section } from '@mreza/contracts-kernel'
import type { PlanRoom } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import {
  addActivity,
  addGoal,
  addIndicator,
  appendParagraphs,
  assignActivity,
  proseOf,
  recordParticipation,
  setActivityDue,
  setContactRhythm,
  setReviewOn,
  wishesOf,
} from '@mreza/plan-document'
import { eventually, happens } from '@mreza/testkit'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type * as Y from 'yjs'
import { LiveClient } from './live-client-for-tests.ts'
import type { Member, World } from './service-for-tests.ts'

const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10)

/** Writes in a room over the live line, and leaves when it is saved. */
export const writeIn = async (world: World, member: Member, planId: PlanId, room: PlanRoom, write: (doc: Y.Doc) => void): Promise<void> => {
  const client = new LiveClient(member, planId, room)
  await client.join(world.instance.address)
  write(client.doc)
  await eventually(() => expect(client.saved.count.unsaved).toBe(0))
  client.leave()
}

/** A goal with all that is asked of one (PL8). */
export const addWholeGoal = (
  doc: Y.Doc,
  { area, outcome, by }: { area: 'area-education' | 'area-health' | 'area-safety'; outcome: string; by: InstitutionId },
): void => {
  const goal = addGoal(doc, { area, phase: 'crisis', outcome, own: `own ${outcome}` })
  addIndicator(doc, goal, { text: `sign ${outcome}`, target: 'aim', check: 'looked at' })
  const activity = addActivity(doc, goal, { what: `deed ${outcome}` })
  assignActivity(doc, activity, { institutionId: by, personId: null })
  setActivityDue(doc, activity, day(14))
}

/** Writes what a core room needs before a plan can be approved. */
export const writeWholeCore = (doc: Y.Doc, by: InstitutionId): void => {
  appendParagraphs(wishesOf(doc), 'wish-word')
  appendParagraphs(proseOf(doc, 'area-education'), 'core-word')
  recordParticipation(doc, 'took-part')
  setReviewOn(doc, day(50))
  setContactRhythm(doc, 'weekly')
  addWholeGoal(doc, { area: 'area-education', outcome: 'core-goal-word', by })
}

/** Has conferences announce that a member's institution takes part, as it does in life, under a case with a code. */
export const announceMember = async (world: World, { subject }: Member, sections: readonly Section[]): Promise<void> => {
  const participationId = newId<'ParticipationId'>()
  await happens(world.database, participationGranted, {
    at: new Date().toISOString(),
    networkId: newId<'NetworkId'>(),
    actorId: null,
    audience: {},
    caseId: world.caseId,
    caseCode: 'NI-26-0014',
    participationId,
    institutionId: subject.institutionId,
    personId: null,
    sections: [...sections],
  } as never)
  await eventually(async () => {
    const { rows } = await sql`select from plans.holder where participation_id = ${participationId}`.execute(world.database.admin)
    expect(rows).toHaveLength(1)
  })
}
