import { verifyChains } from '@mreza/audit'
import { agreementCameIntoForce, agreementEnded, agreementResumed, agreementSuspended } from '@mreza/contracts-agreements'
import type { CaseId, Refused } from '@mreza/contracts-kernel'
import { newId } from '@mreza/db'
import { testKeys } from '@mreza/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absence, type City, eventsOf, openCity, type Worker, whoItIs } from './city-for-tests.ts'

const refusal = (code: string, field?: string) => expect.objectContaining(field === undefined ? { code } : { code, field }) as Refused

describe('a referral becomes a case, a conference and a task', () => {
  let city: City
  let psychologist: Worker
  let otherTeacher: Worker
  let manager: Worker
  let coordinator: Worker
  let officer: Worker
  let doctor: Worker
  let official: Worker

  beforeAll(async () => {
    city = await openCity()
    const { welfare, police, school, health } = city.institutions
    psychologist = await city.worker(school, 'education', ['practitioner'])
    otherTeacher = await city.worker(school, 'education', ['practitioner'])
    manager = await city.worker(welfare, 'social-welfare', ['practitioner'])
    coordinator = await city.worker(welfare, 'social-welfare', ['coordinator'])
    officer = await city.worker(police, 'police', ['practitioner'])
    doctor = await city.worker(health, 'health', ['practitioner'])
    official = await city.worker(health, 'local-government', ['city-official'])
    await city.bringIntoForce()
  })
  afterAll(() => city.dispose())

  const refer = () => psychologist.call.sendReferral({ receiverId: city.institutions.welfare, content: absence, identity: whoItIs })
  const openCase = async () => {
    const { caseId } = await manager.call.takeReferral({ referralId: (await refer()).id })
    return caseId
  }
  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
  const schedule = (caseId: Awaited<ReturnType<typeof openCase>>, more: object = {}) =>
    coordinator.call.scheduleConference({
      caseId,
      startsAt: inAnHour(),
      duration: 60,
      place: 'City Hall, room 2',
      institutionIds: [city.institutions.welfare, city.institutions.police, city.institutions.school],
      agenda: [{ title: 'Safety', minutes: 15 }],
      missingSectorsReason: null,
      ...more,
    })

  it('CF1 CF2 a referral starts the 24-hour clock of an immediate priority', async () => {
    const sent = await refer()
    expect(sent).toMatchObject({ state: 'sent', priority: 'immediate', clock: { state: 'ontime', wasBroken: false } })
    expect(Date.parse(sent.clock.dueAt) - Date.parse(sent.clock.startedAt)).toBe(24 * 3_600_000)
  })

  it('CF1 a referral to one’s own institution or out of the network is refused at its field', async () => {
    const to = (receiverId: typeof city.institutions.school) =>
      psychologist.call.sendReferral({ receiverId, content: absence, identity: whoItIs })
    await expect(to(city.institutions.school)).rejects.toEqual(refusal('receiver-is-own-institution', 'receiverId'))
    await expect(to(city.networkId as never)).rejects.toEqual(refusal('receiver-not-in-network', 'receiverId'))
  })

  it('CF3 only the receiver answers, acknowledging keeps the clock, and an answer is given once', async () => {
    const { id: referralId } = await refer()
    await expect(psychologist.call.takeReferral({ referralId })).rejects.toEqual(refusal('not-allowed'))
    expect(await manager.call.acknowledgeReferral({ referralId })).toMatchObject({ state: 'acknowledged', clock: { doneAt: null } })
    expect(await manager.call.declineReferral({ referralId, reason: 'Already known here' })).toMatchObject({ state: 'declined' })
    await expect(manager.call.takeReferral({ referralId })).rejects.toEqual(refusal('referral-already-answered'))
  })

  it('CF4 CF14 a third institution gets the answer of what does not exist', async () => {
    const { id: referralId } = await refer()
    await expect(officer.call.readReferral({ referralId })).rejects.toEqual(refusal('not-found'))
    await expect(officer.call.readReferral({ referralId: city.networkId as never })).rejects.toEqual(refusal('not-found'))
    expect(await otherTeacher.call.readReferral({ referralId })).toMatchObject({ id: referralId })
  })

  it('CF7 CF9 CF10 taking opens a case under the agreement in force with the steps that apply', async () => {
    const read = await manager.call.readCase({ caseId: await openCase() })
    expect(read.code).toMatch(/^NI-\d\d-\d{4}$/)
    expect(read.agreement).toMatchObject({ id: city.agreementId })
    expect(read.steps.map(({ id, state }) => [id, state])).toEqual([
      ['secure', 'now'],
      ['intervene', 'now'],
      ['inform', 'later'],
      ['guardian', 'now'],
      ['meet', 'later'],
    ])
    expect(
      read.clocks.map(({ stepId }) => stepId).sort(),
      'the clock of the referral is the clock of the step under the same rule',
    ).toEqual(['intervene', 'secure'])
    expect(read.steps[3]).toMatchObject({ clock: null, deadlinePrescribed: false })
  })

  it('CF13 a case is seen by who takes part and by nobody else, whatever their role', async () => {
    const caseId = await openCase()
    for (const inside of [manager, coordinator, psychologist]) expect(await inside.call.readCase({ caseId })).toMatchObject({ id: caseId })
    for (const outside of [officer, doctor, otherTeacher])
      await expect(outside.call.readCase({ caseId })).rejects.toEqual(refusal('not-found'))
    await expect(official.call.readCase({ caseId })).rejects.toEqual(refusal('not-allowed'))
    expect(await officer.call.listCases({})).toEqual([])
  })

  it('CF11 the case manager works on cases in the institution that leads', async () => {
    const caseId = await openCase()
    await expect(coordinator.call.nameCaseManager({ caseId, personId: officer.session.subject.personId })).rejects.toEqual(
      refusal('case-manager-not-of-lead', 'personId'),
    )
    const auditor = await city.worker(city.institutions.welfare, 'social-welfare', ['auditor'])
    await expect(coordinator.call.nameCaseManager({ caseId, personId: auditor.session.subject.personId })).rejects.toEqual(
      refusal('case-manager-not-of-lead', 'personId'),
    )
    const named = await coordinator.call.nameCaseManager({ caseId, personId: manager.session.subject.personId })
    expect(named.caseManagerId).toBe(manager.session.subject.personId)
    await expect(psychologist.call.nameCaseManager({ caseId, personId: manager.session.subject.personId })).rejects.toEqual(
      refusal('not-allowed'),
    )
  })

  it('CF10 CF12 a done step ends its clock and sets the next one going', async () => {
    const caseId = await openCase()
    await expect(psychologist.call.completeStep({ caseId, stepId: 'secure', evidence: 'Seen' })).rejects.toEqual(
      refusal('step-not-yours', 'stepId'),
    )
    await coordinator.call.nameCaseManager({ caseId, personId: manager.session.subject.personId })
    const after = await manager.call.completeStep({ caseId, stepId: 'secure', evidence: 'Report 14 of the police' })
    expect(after.steps.map(({ id, state }) => [id, state])).toContainEqual(['inform', 'now'])
    expect(after.clocks.find(({ stepId }) => stepId === 'secure')).toMatchObject({ state: 'done', wasBroken: false })
    await expect(manager.call.completeStep({ caseId, stepId: 'secure', evidence: 'Again' })).rejects.toEqual(
      refusal('step-not-open', 'stepId'),
    )
  })

  it('CF17 identity opens with a purpose and a reason, is logged and told, and stays closed to others', async () => {
    const caseId = await openCase()
    const look = { purpose: 'urgent-protection' as const, reason: 'To call the guardian' }
    expect(await manager.call.revealIdentity({ caseId, ...look })).toEqual(whoItIs)
    await expect(officer.call.revealIdentity({ caseId, ...look })).rejects.toEqual(refusal('not-found'))
    const log = await manager.call.listAccessLog({ caseId })
    expect(log[0]).toMatchObject({ action: 'reveal-identity', ...look, personId: manager.session.subject.personId })
    expect(await eventsOf(city.database)).toContain('mreza.conferences.case.identity-revealed.v1')
    await expect(manager.call.revealIdentity({ caseId, ...look, reason: '' })).rejects.toEqual(refusal('invalid-input', 'reason'))
  })

  it('CF17 a look at the identity before the case was opened stands in the log of the case, and in no other', async () => {
    const { id: referralId } = await refer()
    const look = { purpose: 'urgent-protection' as const, reason: 'To call the school' }
    await manager.call.revealReferralIdentity({ referralId, ...look })
    const { caseId } = await manager.call.takeReferral({ referralId })
    const log = await psychologist.call.listAccessLog({ caseId })
    expect(log.map(({ action }) => action)).toEqual(['open-case', 'reveal-identity', 'send-referral'])
    expect(log[1]).toMatchObject({ ...look, personId: manager.session.subject.personId })
    const other = await manager.call.listAccessLog({ caseId: await openCase() })
    expect(other.map(({ action }) => action)).toEqual(['open-case', 'send-referral'])
  })

  it('CF7 tells other services of everyone who takes part from the first moment, and notifies nobody by that', async () => {
    const caseId = await openCase()
    const { participations } = await manager.call.readCase({ caseId })
    const { rows } = await sql<{ data: { participationId: string; audience: object } }>`
      select data from conferences.outbox
      where subject = 'mreza.conferences.participation.granted.v1' and data ->> 'caseId' = ${caseId}`.execute(city.database.admin)
    const others = participations.filter(({ personId }) => personId !== null).map(({ id }) => id)
    expect(rows.map(({ data }) => data.participationId).sort()).toEqual(others.sort())
    expect(others.length).toBeGreaterThan(0)
    for (const { data } of rows) expect(data.audience).toEqual({ personIds: [], institutionIds: [], roles: [] })
  })

  it('CF4 CF17 once it is a case, the institution that referred opens the identity only by taking part', async () => {
    const { id: referralId } = await refer()
    const look = { referralId, purpose: 'urgent-protection' as const, reason: 'To call the guardian' }
    expect(await otherTeacher.call.revealReferralIdentity(look)).toEqual(whoItIs)
    await manager.call.takeReferral({ referralId })
    await expect(otherTeacher.call.revealReferralIdentity(look)).rejects.toEqual(refusal('not-found'))
    expect(await psychologist.call.revealReferralIdentity(look)).toEqual(whoItIs)
    await expect(officer.call.revealReferralIdentity(look)).rejects.toEqual(refusal('not-found'))
  })

  it('CF18 a missing mandatory sector needs a reason', async () => {
    const caseId = await openCase()
    const rule = await coordinator.call.readConferenceRule({ caseId })
    expect(rule.mandatory).toEqual(['social-welfare', 'police', 'education'])
    const without = { institutionIds: [city.institutions.welfare] }
    await expect(schedule(caseId, without)).rejects.toEqual(refusal('mandatory-sector-missing', 'institutionIds'))
    const conference = await schedule(caseId, { ...without, missingSectorsReason: 'In the night; they come tomorrow' })
    expect(conference.missingSectorsReason).toBe('In the night; they come tomorrow')
  })

  it('CF19 CF20 an invitation says nothing; accepting opens the core of the case to the one who comes', async () => {
    const caseId = await openCase()
    const { id: conferenceId } = await schedule(caseId)
    const invitation = await officer.call.readInvitation({ conferenceId })
    expect(invitation).toMatchObject({ scheduledBy: coordinator.session.subject.personId, myInvitation: { answer: { answer: 'waiting' } } })
    await expect(officer.call.readConference({ conferenceId })).rejects.toEqual(refusal('not-found'))
    await expect(doctor.call.readInvitation({ conferenceId })).rejects.toEqual(refusal('not-found'))
    await expect(officer.call.acceptInvitation({ conferenceId, attendeeId: doctor.session.subject.personId })).rejects.toEqual(
      refusal('invited-person-not-of-institution', 'attendeeId'),
    )
    await officer.call.acceptInvitation({ conferenceId })
    expect((await officer.call.readCase({ caseId })).mySections).toEqual(['core'])
  })

  it('CF15 CF19 who declines after all, sends somebody else or is not met with any more sees the case no longer', async () => {
    const caseId = await openCase()
    const { id: conferenceId } = await schedule(caseId)
    const { police } = city.institutions
    const colleague = await city.worker(police, 'police', ['practitioner'])
    const head = await city.worker(police, 'police', ['head'])
    await officer.call.acceptInvitation({ conferenceId })
    await head.call.acceptInvitation({ conferenceId, attendeeId: colleague.session.subject.personId })
    await expect(officer.call.readCase({ caseId })).rejects.toEqual(refusal('not-found'))
    expect(await colleague.call.readCase({ caseId })).toMatchObject({ id: caseId })
    await head.call.declineInvitation({ conferenceId, reason: 'Nobody is free' })
    await expect(colleague.call.readCase({ caseId })).rejects.toEqual(refusal('not-found'))
    await officer.call.acceptInvitation({ conferenceId })
    expect(await officer.call.readCase({ caseId })).toMatchObject({ id: caseId })
    await coordinator.call.cancelConference({ conferenceId, reason: 'The child was found' })
    await expect(officer.call.readCase({ caseId })).rejects.toEqual(refusal('not-found'))
    expect(await eventsOf(city.database)).toContain('mreza.conferences.participation.ended.v1')
  })

  it('CF15 CF16 an ended participation closes everything at once', async () => {
    const caseId = await openCase()
    const given = await coordinator.call.grantParticipation({
      caseId,
      institutionId: city.institutions.health,
      personId: doctor.session.subject.personId,
      sections: ['core', 'health'],
      basis: { kind: 'consent', givenBy: 'guardian', givenAt: new Date().toISOString(), explained: 'In Serbian, by the case manager' },
      until: null,
    })
    expect((await doctor.call.readCase({ caseId })).mySections).toEqual(['core', 'health'])
    await coordinator.call.endParticipation({ caseId, participationId: given.id })
    await expect(doctor.call.readCase({ caseId })).rejects.toEqual(refusal('not-found'))
  })

  it('CF21 CF22 CF23 CF24 attendance makes the quorum, a decision becomes a task that the institution does', async () => {
    const caseId = await openCase()
    const { id: conferenceId } = await schedule(caseId)
    await officer.call.acceptInvitation({ conferenceId })
    await expect(coordinator.call.recordDecision({ conferenceId, text: 'Too early' })).rejects.toEqual(refusal('conference-not-under-way'))
    await coordinator.call.openConference({ conferenceId })
    await coordinator.call.recordDecision({ conferenceId, text: 'Without quorum' })
    await coordinator.call.recordAttendance({ conferenceId, institutionId: city.institutions.welfare, attendance: 'present' })
    const there = await coordinator.call.recordAttendance({
      conferenceId,
      institutionId: city.institutions.police,
      attendance: 'by-telephone',
    })
    expect(there.quorum).toMatchObject({ needed: 2, reached: true })
    const decided = await coordinator.call.recordDecision({ conferenceId, text: 'The police drive the child' })
    expect(decided.decisions.map(({ number, withQuorum }) => [number, withQuorum])).toEqual([
      [1, false],
      [2, true],
    ])
    const task = { conferenceId, decisionNumber: 2, personId: null, what: 'Drive the child at 18:00', dueOn: '2999-01-01' }
    await expect(coordinator.call.makeTask({ ...task, institutionId: city.institutions.health })).rejects.toEqual(
      refusal('task-institution-takes-no-part', 'institutionId'),
    )
    await expect(coordinator.call.makeTask({ ...task, institutionId: city.institutions.police, dueOn: '2020-01-01' })).rejects.toEqual(
      refusal('due-in-the-past', 'dueOn'),
    )
    await coordinator.call.makeTask({ ...task, institutionId: city.institutions.police })
    const today = await officer.call.readToday({})
    expect(today.tasks.map(({ what }) => what)).toContain('Drive the child at 18:00')
    const [mine] = today.tasks
    expect(mine).toBeDefined()
    if (mine === undefined) return
    await expect(manager.call.completeTask({ taskId: mine.id, result: 'Not ours' })).rejects.toEqual(refusal('not-found'))
    expect(await officer.call.completeTask({ taskId: mine.id, result: 'Done at 18:20' })).toMatchObject({ result: 'Done at 18:20' })
    await coordinator.call.closeConference({ conferenceId })
    expect(
      (await manager.call.readCase({ caseId })).steps.find(({ id }) => id === 'meet'),
      'CF10 what was held need not be ticked',
    ).toMatchObject({ state: 'done' })
    await expect(coordinator.call.recordDecision({ conferenceId, text: 'Too late' })).rejects.toEqual(refusal('conference-not-under-way'))
  })

  it('CF8 a case keeps the agreement it opened under when another one comes into force', async () => {
    const earlier = await openCase()
    const next = newId<'AgreementId'>()
    await city.bringIntoForce(next)
    expect((await manager.call.readCase({ caseId: await openCase() })).agreement).toMatchObject({ id: next })
    expect((await manager.call.readCase({ caseId: earlier })).agreement).toMatchObject({ id: city.agreementId })
  })

  it('CF26 an agreement without a procedure drives no case, and one on another matter none that is not about it', async () => {
    const under = async (caseId: CaseId) => (await manager.call.readCase({ caseId })).agreement?.id ?? null
    const [protocol, declaration, violence] = [newId<'AgreementId'>(), newId<'AgreementId'>(), newId<'AgreementId'>()]
    await city.bringIntoForce(protocol)
    city.withoutProcedure.add(declaration)
    await city.tell(agreementCameIntoForce, declaration, { templateId: 'declaration', partyIds: [] })
    city.matters.set(violence, 'domestic-violence')
    await city.bringIntoForce(violence)
    expect(await under(await openCase())).toBe(protocol)
    await city.tell(agreementEnded, protocol, { why: 'terminated' })
    expect([declaration, violence]).not.toContain(await under(await openCase()))
  })

  it('CF7 CF8 AG27 AG29 an amendment drives new cases and a suspension none; what is open keeps its version throughout', async () => {
    const under = async (caseId: CaseId) => (await manager.call.readCase({ caseId })).agreement?.id ?? null
    const [old, amendment] = [newId<'AgreementId'>(), newId<'AgreementId'>()]
    await city.bringIntoForce(old)
    const before = await openCase()
    await city.tell(agreementEnded, old, { why: 'replaced' })
    await city.bringIntoForce(amendment)
    const after = await openCase()
    expect([await under(before), await under(after)]).toEqual([old, amendment])
    const moment = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()
    await city.tell(agreementSuspended, amendment, { at: moment(1) })
    const still = await openCase()
    expect(await under(still)).not.toBe(amendment)
    expect([await under(before), await under(after)]).toEqual([old, amendment])
    await city.tell(agreementResumed, amendment, { at: moment(3) })
    await city.tell(agreementSuspended, amendment, { at: moment(2) })
    expect(await under(await openCase())).toBe(amendment)
    expect(await under(still)).not.toBe(amendment)
  })

  it('D8 every deed of the story is in chains that hold', async () => {
    const report = await verifyChains(city.database.pools('conferences').worker, 'conferences', {
      auditKey: testKeys('conferences').auditKey,
    })
    expect(report.broken).toEqual([])
    expect(report.entries).toBeGreaterThan(20)
  })
})
