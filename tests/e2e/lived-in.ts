import type { Browser } from '@playwright/test'
import { backstage } from './backstage.ts'
import type { Person } from './person.ts'
import { idsOfInstitutions, must, sendReferral, smallCase } from './small-case.ts'

/** What there is to look at in an installation in which people have worked. */
export interface LivedIn {
  readonly agreementId: string
  readonly caseId: string
  /** Waits for an answer. */
  readonly referralId: string
  readonly conferenceId: string
  readonly institutionId: string
}

const parties = ['nis-swc', 'nis-police', 'nis-schools', 'nis-health', 'nis-hppo']
const templateId = 'intersectoral-cooperation-trafficking'

type Cast = Readonly<Record<'jelena' | 'milica' | 'tamara' | 'nenad' | 'ana' | 'zoran' | 'miroslav' | 'petar', Person>>

async function sendToSign(coordinator: Person) {
  const ids = await idsOfInstitutions(coordinator)
  const { subject } = await must<{ subject: { networkId: string } }>(coordinator, 'identity/me', {})
  const { networkId } = subject
  const partyIds = parties.map((slug) => ids.get(slug))
  const { id } = await must<{ id: string }>(coordinator, 'agreements/draftAgreement', { networkId, templateId, partyIds })
  const { textHash } = await must<{ textHash: string }>(coordinator, 'agreements/sendAgreement', { agreementId: id })
  return { id, textHash, networkId }
}

async function sign(head: Person, { id, textHash }: { id: string; textHash: string }): Promise<void> {
  const given = { kind: 'demo-code', code: '000000' }
  const asked = { act: 'sign-agreement', boundTo: textHash, given }
  const { confirmation } = await must<{ confirmation: string }>(head, 'identity/confirmAct', asked)
  await must(head, 'agreements/signAgreement', { agreementId: id, textHash, confirmation })
}

async function makeAgreement({ jelena, ana, zoran, miroslav, petar }: Cast): Promise<string> {
  const sent = await sendToSign(jelena)
  await must(petar, 'agreements/declineAgreement', { agreementId: sent.id, reason: 'Дежурство педијатара још није уређено.' })
  for (const head of [ana, zoran, miroslav]) await sign(head, sent)
  return sent.id
}

/** An agreement that the heads of all parties have signed; gives its network. */
export async function agreementInForce(coordinator: Person, heads: readonly Person[]): Promise<string> {
  const sent = await sendToSign(coordinator)
  for (const head of heads) await sign(head, sent)
  return sent.networkId
}

const agenda = [{ title: 'Безбедност и смештај', minutes: 15 }]
const decision = 'Полиција обилази аутобуску станицу сваке вечери.'

async function holdConference({ milica, nenad }: Cast, caseId: string): Promise<string> {
  const ids = await idsOfInstitutions(milica)
  const institutionIds = parties.map((slug) => ids.get(slug))
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  const conference = { caseId, startsAt, duration: 60, place: 'Центар за социјални рад, соба 12', institutionIds, agenda }
  const { id: conferenceId } = await must<{ id: string }>(milica, 'conferences/scheduleConference', {
    ...conference,
    missingSectorsReason: null,
  })
  await must(nenad, 'conferences/acceptInvitation', { conferenceId })
  await must(milica, 'conferences/openConference', { conferenceId })
  const police = { conferenceId, institutionId: ids.get('nis-police') }
  await must(milica, 'conferences/recordAttendance', { ...police, attendance: 'present' })
  await must(milica, 'conferences/recordDecision', { conferenceId, text: decision })
  const dueOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
  await must(milica, 'conferences/makeTask', { ...police, decisionNumber: 1, personId: null, what: decision, dueOn })
  return conferenceId
}

/** Lets people work for a while, without screens: an agreement being signed, a case with a conference under way, a referral that waits. */
export async function livedIn(browser: Browser, address: string): Promise<LivedIn> {
  const enter = (slug: string) => backstage(browser, address, slug)
  const cast: Cast = {
    jelena: await enter('jelena-stankovic'),
    milica: await enter('milica-djordjevic'),
    tamara: await enter('tamara-nikolic'),
    nenad: await enter('nenad-petrovic'),
    ana: await enter('ana-pavlovic'),
    zoran: await enter('zoran-ilic'),
    miroslav: await enter('miroslav-antonijevic'),
    petar: await enter('petar-kostic'),
  }
  const agreementId = await makeAgreement(cast)
  const caseId = await smallCase(cast.tamara, cast.milica)
  const conferenceId = await holdConference(cast, caseId)
  const referralId = await sendReferral(cast.tamara)
  const institutionId = (await idsOfInstitutions(cast.jelena)).get('nis-swc') ?? ''
  for (const { context } of Object.values(cast)) await context.close()
  return { agreementId, caseId, referralId, conferenceId, institutionId }
}
