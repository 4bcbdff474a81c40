import { randomBytes } from 'node:crypto'
import type { AgreementDetail } from '@mreza/contracts-agreements'
import { eventually, testConfirmation } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CityWorker, openWholeCity, type Place, type WholeCity } from './whole-city.ts'
import { everySchema } from './whole-database.ts'

let city: WholeCity
const planted: string[] = []

/** A word that must stay where it is typed. */
const canary = (where: string): string => {
  const word = `CANARY-${where}-${randomBytes(6).toString('hex')}`
  planted.push(word)
  return word
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

const referral = (from: string) => ({
  receiverId: city.institutions.welfare,
  content: {
    priority: 'immediate' as const,
    priorityReason: canary(`${from}-priority`),
    ageGroup: 'child-under-14' as const,
    indicators: [],
    whatHappened: canary(`${from}-happened`),
    immediateSafety: canary(`${from}-safety`),
    wishes: canary(`${from}-wishes`),
  },
  identity: {
    givenName: canary(`${from}-given-name`),
    familyName: canary(`${from}-family-name`),
    birthDate: '2015-05-04',
    address: canary(`${from}-address`),
    safeContact: canary(`${from}-contact`),
  },
})

let people: Record<'coordinator' | 'manager' | 'psychologist' | 'officer' | 'doctor' | 'official', CityWorker>
let heads: Record<'welfare' | 'police' | 'school' | 'health', CityWorker>

/** The agreement is declined with a reason, then signed by all, and comes into force. */
const agree = async (): Promise<AgreementDetail> => {
  const { networkId, institutions } = city
  const partyIds = [institutions.welfare, institutions.police, institutions.school, institutions.health]
  const templateId = 'intersectoral-cooperation-trafficking'
  const draft = await people.coordinator.agreements.draftAgreement({ networkId, templateId, partyIds })
  const agreementId = draft.id
  const sent = await people.coordinator.agreements.sendAgreement({ agreementId })
  await heads.school.agreements.declineAgreement({ agreementId, reason: canary('decline-agreement') })
  const textHash = sent.textHash ?? ''
  for (const head of Object.values(heads)) {
    const confirmation = testConfirmation(head.session.subject, 'sign-agreement', textHash)
    await head.agreements.signAgreement({ agreementId, textHash, confirmation })
  }
  return await people.coordinator.agreements.readAgreement({ agreementId })
}

const referAndOpen = async () => {
  const declined = await people.psychologist.conferences.sendReferral(referral('declined'))
  await people.manager.conferences.declineReferral({ referralId: declined.id, reason: canary('decline-referral') })
  const taken = await people.psychologist.conferences.sendReferral(referral('taken'))
  await people.manager.conferences.acknowledgeReferral({ referralId: taken.id })
  const { caseId } = await people.manager.conferences.takeReferral({ referralId: taken.id })
  return caseId
}

type CaseId = Awaited<ReturnType<typeof referAndOpen>>

const workOn = async (caseId: CaseId) => {
  const { manager, coordinator, doctor } = people
  await coordinator.conferences.nameCaseManager({ caseId, personId: manager.personId })
  await manager.conferences.revealIdentity({ caseId, purpose: 'urgent-protection', reason: canary('reveal') })
  const [now] = (await manager.conferences.readCase({ caseId })).steps.filter((step) => step.state === 'now')
  await manager.conferences.completeStep({ caseId, stepId: now?.id ?? '', evidence: canary('evidence') })
  const explained = canary('consent')
  const basis = { kind: 'consent' as const, givenBy: 'guardian' as const, givenAt: new Date().toISOString(), explained }
  const share = {
    caseId,
    institutionId: city.institutions.health,
    personId: doctor.personId,
    sections: ['core' as const],
    basis,
    until: null,
  }
  const { id: participationId } = await coordinator.conferences.grantParticipation(share)
  await coordinator.conferences.endParticipation({ caseId, participationId })
}

const confer = async (caseId: CaseId) => {
  const { coordinator, officer, psychologist } = people
  const conference = {
    caseId,
    startsAt: inAnHour(),
    duration: 60,
    place: canary('place'),
    institutionIds: [city.institutions.welfare, city.institutions.police, city.institutions.school],
    agenda: [{ title: canary('agenda'), minutes: 15 }],
    missingSectorsReason: canary('missing-sectors'),
  }
  const cancelled = await coordinator.conferences.scheduleConference(conference)
  await coordinator.conferences.cancelConference({ conferenceId: cancelled.id, reason: canary('cancel') })
  const { id: conferenceId } = await coordinator.conferences.scheduleConference(conference)
  await officer.conferences.acceptInvitation({ conferenceId })
  await psychologist.conferences.declineInvitation({ conferenceId, reason: canary('decline-invitation') })
  await coordinator.conferences.openConference({ conferenceId })
  await coordinator.conferences.recordDecision({ conferenceId, text: canary('decision') })
  const task = { conferenceId, decisionNumber: 1, institutionId: city.institutions.police, personId: null, dueOn: '2999-01-01' }
  await coordinator.conferences.makeTask({ ...task, what: canary('task') })
  const [mine] = await officer.conferences.listMyTasks({})
  if (mine !== undefined) await officer.conferences.completeTask({ taskId: mine.id, result: canary('result') })
  await coordinator.conferences.closeConference({ conferenceId })
}

/** Beside the text of the plan: a conversation, a request for a closed room that is declined, one that is granted. */
const planTogether = async (caseId: CaseId) => {
  const { coordinator, manager, officer } = people
  const basis = { kind: 'legal-duty' as const, rule: canary('rule') }
  const share = { caseId, institutionId: city.institutions.police, personId: null, basis, until: null }
  await coordinator.conferences.grantParticipation({ ...share, sections: ['core'] })
  await eventually(async () => {
    const { rows } = await sql`
      select from plans.holder h join plans.member m on m.institution_id = h.institution_id
      where h.case_id = ${caseId} and m.person_id = ${officer.personId}`.execute(city.database.admin)
    expect(rows.length).toBeGreaterThan(0)
  })
  const { planId } = await manager.plans.openPlan({ caseId })
  const anchor = { place: { in: 'wishes' as const }, from: null, to: null, quote: canary('quote') }
  const mentions = [officer.personId]
  const thread = await manager.plans.startThread({ planId, room: 'core', anchor, text: canary('comment'), mentions })
  await manager.plans.replyInThread({ threadId: thread.id, text: canary('reply'), mentions })
  const [comment] = thread.comments
  if (comment !== undefined) await manager.plans.changeComment({ commentId: comment.id, text: canary('reworded') })
  const declined = await officer.plans.requestRoom({ planId, room: 'health', reason: canary('room-request') })
  await coordinator.plans.declineRoomRequest({ requestId: declined.id, reason: canary('decline-room-request') })
  await officer.plans.requestRoom({ planId, room: 'legal', reason: canary('room-request-again') })
  await coordinator.conferences.grantParticipation({ ...share, sections: ['core', 'legal'] })
  await coordinator.plans.recordMove({ planId, from: 'health', to: 'core', characters: 12 })
}

const work = async () => {
  const head = (at: Place) => city.worker(at, ['head'])
  heads = { welfare: await head('welfare'), police: await head('police'), school: await head('school'), health: await head('health') }
  people = {
    coordinator: await city.worker('welfare', ['coordinator']),
    manager: await city.worker('welfare', ['practitioner']),
    psychologist: await city.worker('school', ['practitioner']),
    officer: await city.worker('police', ['practitioner']),
    doctor: await city.worker('health', ['practitioner']),
    official: await city.worker('city', ['city-official']),
  }
  const agreement = await agree()
  await eventually(async () => {
    const { rows } = await sql`select from conferences.procedure where agreement_id = ${agreement.id}`.execute(city.database.admin)
    expect(rows).toHaveLength(1)
  })
  const caseId = await referAndOpen()
  await workOn(caseId)
  await planTogether(caseId)
  await confer(caseId)
}

beforeAll(async () => {
  city = await openWholeCity()
  await work()
}, 120_000)
afterAll(() => city.dispose())

/** Every row of a table as text. */
const rowsOf = async (table: string): Promise<string> => {
  const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(city.database.admin)
  return rows.map(({ row }) => row).join('\n')
}

const tablesOf = async (schemas: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables where table_schema = any(${schemas}::text[])`.execute(
    city.database.admin,
  )
  return rows.map(({ name }) => name)
}

/** The words that a text holds, plainly or as the bytes of a column. */
const found = (text: string): string[] =>
  planted.filter((word) => text.includes(word) || text.includes(Buffer.from(word, 'utf8').toString('hex')))

const kindsOf = async (worker: CityWorker) => (await worker.inbox.listInbox({ limit: 100 })).notifications.map((line) => line.kind)
const isTold = (worker: CityWorker, ...kinds: string[]) =>
  eventually(async () => expect(await kindsOf(worker)).toEqual(expect.arrayContaining(kinds)))

describe('a whole piece of work across all services', () => {
  it('NO1 NO2 reaches everybody whom it concerns, and not the one who acted', async () => {
    await isTold(heads.police, 'agreement-sent', 'agreement-signed', 'agreement-declined', 'agreement-in-force')
    await isTold(people.manager, 'referral-received', 'case-manager-named', 'conference-scheduled', 'conference-cancelled')
    await isTold(people.psychologist, 'referral-declined', 'referral-acknowledged', 'referral-taken', 'conference-scheduled')
    await isTold(people.officer, 'conference-scheduled', 'task-assigned', 'conference-closed')
    await isTold(people.doctor, 'participation-granted', 'participation-ended')
    await isTold(people.officer, 'plan-comment-mention', 'room-request-answered')
    await isTold(people.coordinator, 'room-requested', 'case-opened', 'identity-revealed', 'invitation-answered', 'task-done')
    expect(await kindsOf(people.psychologist)).not.toContain('referral-received')
    expect(await kindsOf(people.officer)).not.toContain('task-done')
  })

  it('MO5 shows the official who signed, and not one case, referral or message', async () => {
    const { networkId } = city
    await eventually(async () => {
      const { agreements } = await people.official.monitoring.readTracker({ networkId })
      expect(agreements.map(({ state, parties }) => [state, parties.map((party) => party.state)])).toEqual([
        ['in-force', ['signed', 'signed', 'signed', 'signed']],
      ])
    })
    const { figures } = await people.official.monitoring.readFigures({ networkId })
    expect(figures.find(({ id }) => id === 'cases-opened')).toEqual({ id: 'cases-opened', value: null, hidden: true })
    expect(await kindsOf(people.official)).toEqual([])
    await expect(people.official.conferences.listCases({})).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('T32 what people typed', () => {
  it('was kept where it belongs, so that this test can see it at all', async () => {
    const kept = await Promise.all((await tablesOf(['agreements', 'conferences', 'plans'])).map(rowsOf))
    expect(planted.length).toBeGreaterThan(25)
    expect(found(kept.join('\n')).length).toBeGreaterThan(15)
  })

  it('T32 D7 stays sealed where it says who the person is', async () => {
    const everything = await Promise.all((await tablesOf(everySchema)).map(rowsOf))
    const identifying = /-(given-name|family-name|address|contact)-/
    expect(found(everything.join('\n')).filter((word) => identifying.test(word))).toEqual([])
  })

  it('T32 D19 is in no event of any service', async () => {
    const outboxes = (await tablesOf(everySchema)).filter((table) => table.endsWith('.outbox'))
    const events = (await Promise.all(outboxes.map(rowsOf))).join('\n')
    expect(events).toContain('mreza.conferences.conference.decision-recorded.v1')
    expect(found(events)).toEqual([])
  })

  it('T32 D19 is in no inbox and in no figure', async () => {
    await isTold(people.officer, 'conference-closed')
    const rows = (await Promise.all((await tablesOf(['notifications', 'monitoring'])).map(rowsOf))).join('\n')
    expect(rows).toContain('decision-recorded')
    expect(found(rows)).toEqual([])
  })

  it('T32 D24 is in no line of any log', () => {
    expect(found(city.lines.join('\n'))).toEqual([])
  })
})
