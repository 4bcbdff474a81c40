import { type DemoReferral, loadDemoReferrals, protocolsFolder } from '@mreza/protocols'
import { expect } from '../fixtures.ts'
import type { Person } from './person.ts'

/** Who plays the story, each in a browser of their own. */
export interface Cast {
  readonly coordinator: Person
  readonly psychologist: Person
  readonly manager: Person
  readonly officer: Person
  readonly doctor: Person
  readonly welfareHead: Person
  readonly policeHead: Person
  readonly schoolHead: Person
  readonly healthHead: Person
}

/** The demo person of each part. */
export const castOf: Readonly<Record<keyof Cast, string>> = {
  coordinator: 'jelena-stankovic',
  psychologist: 'tamara-nikolic',
  manager: 'milica-djordjevic',
  officer: 'nenad-petrovic',
  doctor: 'sonja-ristic',
  welfareHead: 'ana-pavlovic',
  policeHead: 'zoran-ilic',
  schoolHead: 'miroslav-antonijevic',
  healthHead: 'petar-kostic',
}

interface Institution {
  readonly id: string
  readonly slug: string
}
interface Agreement {
  readonly id: string
  readonly textHash: string
}
interface Subject {
  readonly subject: { readonly networkId: string; readonly personId: string }
}

const parties = ['nis-swc', 'nis-police', 'nis-schools', 'nis-health', 'nis-hppo', 'nis-red-cross', 'nis-open-club']
const invited = ['nis-swc', 'nis-police', 'nis-schools', 'nis-health', 'nis-hppo']

const day = 24 * 3_600_000
const civilDate = (daysFromNow: number) => new Date(Date.now() + daysFromNow * day).toISOString().slice(0, 10)

/** The ids of the network's institutions by slug. */
export const institutionsOf = async (person: Person): Promise<ReadonlyMap<string, string>> => {
  const { subject } = await person.call<Subject>('identity', 'me', {})
  const list = await person.call<Institution[]>('directory', 'listInstitutions', { networkId: subject.networkId })
  return new Map(list.map(({ slug, id }) => [slug, id]))
}

const idsOf = (institutions: ReadonlyMap<string, string>, slugs: readonly string[]): string[] =>
  slugs.map((slug) => {
    const id = institutions.get(slug)
    if (id === undefined) throw new Error(`the network has no institution ${slug}`)
    return id
  })

/** An agreement is drafted, sent, signed by three heads, declined by a fourth, who then signs: it is in force. Two parties have not answered. */
export const signAgreement = async (cast: Cast): Promise<string> => {
  const { coordinator, welfareHead, policeHead, schoolHead, healthHead } = cast
  const { subject } = await coordinator.call<Subject>('identity', 'me', {})
  const institutions = await institutionsOf(coordinator)
  const draft = await coordinator.call<Agreement>('agreements', 'draftAgreement', {
    networkId: subject.networkId,
    templateId: 'intersectoral-cooperation-trafficking',
    partyIds: idsOf(institutions, parties),
  })
  const { id: agreementId, textHash } = await coordinator.call<Agreement>('agreements', 'sendAgreement', { agreementId: draft.id })
  const sign = async (head: Cast['welfareHead']) => {
    const given = { kind: 'demo-code', code: '000000' }
    const asked = { act: 'sign-agreement', boundTo: textHash, given }
    const { confirmation } = await head.call<{ confirmation: string }>('identity', 'confirmAct', asked)
    await head.call('agreements', 'signAgreement', { agreementId, textHash, confirmation })
  }
  for (const head of [welfareHead, policeHead, schoolHead]) await sign(head)
  const reason = 'The night shift is not yet arranged; we sign as soon as it is.'
  await healthHead.call('agreements', 'declineAgreement', { agreementId, reason })
  await sign(healthHead)
  return agreementId
}

type Words = 'en' | 'srLatn' | 'srCyrl'

const contentOf = (scenario: DemoReferral, words: Words) => ({
  priority: scenario.priority,
  priorityReason: scenario.priorityReason[words],
  ageGroup: scenario.ageGroup,
  indicators: scenario.indicators,
  whatHappened: scenario.whatHappened[words],
  immediateSafety: scenario.immediateSafety[words],
  wishes: scenario.wishes[words],
})

const identityOf = ({ beneficiary }: DemoReferral, words: Words) => {
  const script = words === 'srCyrl' ? 'srCyrl' : 'srLatn'
  return {
    givenName: beneficiary.givenName[script],
    familyName: beneficiary.familyName[script],
    birthDate: beneficiary.birthDate,
    address: beneficiary.address[words],
    safeContact: beneficiary.safeContact[words],
  }
}

/** The school refers the child of the demo to the social welfare center; gives the referral's id. */
export const refer = async ({ psychologist }: Cast, words: Words, change: object = {}): Promise<string> => {
  const [scenario] = (await loadDemoReferrals(protocolsFolder)).good
  if (scenario === undefined) throw new Error('protocols/demo holds no scenario')
  const [receiverId] = idsOf(await institutionsOf(psychologist), [scenario.receiver])
  const content = { ...contentOf(scenario, words), ...change }
  const sent = await psychologist.call<{ id: string }>('conferences', 'sendReferral', {
    receiverId,
    content,
    identity: identityOf(scenario, words),
  })
  return sent.id
}

/** The center takes a referral, a case opens under the agreement, and a case manager is named. */
export const openCase = async ({ coordinator, manager }: Cast, referralId: string): Promise<string> => {
  const { caseId } = await manager.call<{ caseId: string }>('conferences', 'takeReferral', { referralId })
  const { subject } = await manager.call<Subject>('identity', 'me', {})
  const opened = await coordinator.call<{ agreement: object | null }>('conferences', 'nameCaseManager', {
    caseId,
    personId: subject.personId,
  })
  expect(opened.agreement, 'the case opened under the agreement in force').not.toBeNull()
  return caseId
}

/** A step of the procedure that only a person can say is done. */
export const doFirstSteps = async ({ manager }: Cast, caseId: string): Promise<void> => {
  const evidence = 'Immediate, set by the duty officer on receipt.'
  await manager.call('conferences', 'completeStep', { caseId, stepId: 'set-priority', evidence })
}

/** A conference of five institutions, of whom four have said who comes; gives its id. */
export const scheduleConference = async (cast: Cast, caseId: string): Promise<string> => {
  const { coordinator, manager, officer, psychologist, doctor } = cast
  const { id: conferenceId } = await coordinator.call<{ id: string }>('conferences', 'scheduleConference', {
    caseId,
    startsAt: new Date(Date.now() + day / 24).toISOString(),
    duration: 90,
    place: 'Center for Social Work, room 12',
    institutionIds: idsOf(await institutionsOf(coordinator), invited),
    agenda: [
      { title: 'Safety tonight and in the coming days', minutes: 20 },
      { title: 'Accommodation and temporary guardian', minutes: 25 },
      { title: 'Back to school', minutes: 20 },
      { title: 'Who does what, by when', minutes: 25 },
    ],
    missingSectorsReason: null,
  })
  for (const person of [manager, officer, psychologist, doctor]) await person.call('conferences', 'acceptInvitation', { conferenceId })
  return conferenceId
}

/** The conference is held: four are there, two decisions, each a task. It stays under way. */
export const holdConference = async ({ coordinator }: Cast, conferenceId: string): Promise<void> => {
  const institutions = await institutionsOf(coordinator)
  const call = (operation: string, input: object) => coordinator.call('conferences', operation, { conferenceId, ...input })
  await call('openConference', {})
  for (const slug of ['nis-swc', 'nis-police', 'nis-schools'])
    await call('recordAttendance', { institutionId: institutions.get(slug), attendance: 'present' })
  await call('recordAttendance', { institutionId: institutions.get('nis-health'), attendance: 'by-telephone' })
  const decisions = [
    [
      'A patrol passes the bus station every evening until the child is safe.',
      'nis-police',
      'Arrange the patrol and report each morning',
      1,
    ],
    ['The school keeps her place and prepares individual lessons.', 'nis-schools', 'Draw up the plan of individual lessons', 6],
  ] as const
  for (const [index, [text, slug, what, days]] of decisions.entries()) {
    await call('recordDecision', { text })
    await call('makeTask', {
      decisionNumber: index + 1,
      institutionId: institutions.get(slug),
      personId: null,
      what,
      dueOn: civilDate(days),
    })
  }
}
