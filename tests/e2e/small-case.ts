import type { DemoReferral } from '@mreza/protocols'
import { loadDemoReferrals, protocolsFolder } from '@mreza/protocols'
import type { Person } from './person.ts'
import { call } from './rpc.ts'

interface Named {
  readonly id: string
  readonly slug: string
}

/** The referral with which the demo begins. */
export async function demoReferral(): Promise<DemoReferral> {
  const [referral] = (await loadDemoReferrals(protocolsFolder)).good
  if (referral === undefined) throw new Error('protocols/demo has no referral')
  return referral
}

/** Calls an operation that must not be refused. */
export async function must<T>(person: Person, operation: string, input: unknown): Promise<T> {
  const { data, refusal } = await call(person.page, operation, input)
  if (refusal !== undefined) throw new Error(`${person.name} was refused ${operation}: ${refusal}`)
  return data as T
}

/** The ids of institutions by the slugs of their files. */
export async function idsOfInstitutions(person: Person): Promise<ReadonlyMap<string, string>> {
  const all = await must<Named[]>(person, 'directory/listInstitutions', {})
  return new Map(all.map(({ slug, id }) => [slug, id]))
}

const contentOf = ({ priority, priorityReason, ageGroup, indicators, whatHappened, immediateSafety, wishes }: DemoReferral) => ({
  priority,
  priorityReason: priorityReason.srCyrl,
  ageGroup,
  indicators,
  whatHappened: whatHappened.srCyrl,
  immediateSafety: immediateSafety.srCyrl,
  wishes: wishes.srCyrl,
})

const identityOf = ({ beneficiary }: DemoReferral) => ({
  givenName: beneficiary.givenName.srCyrl,
  familyName: beneficiary.familyName.srCyrl,
  birthDate: beneficiary.birthDate,
  address: beneficiary.address.srCyrl,
  safeContact: beneficiary.safeContact.srCyrl,
})

/** Sends the demo's referral to the social welfare centre, as the person's own page would. Gives its id. */
export async function sendReferral(sender: Person): Promise<string> {
  const referral = await demoReferral()
  const receiverId = (await idsOfInstitutions(sender)).get(referral.receiver)
  const input = { receiverId, content: contentOf(referral), identity: identityOf(referral) }
  return (await must<{ id: string }>(sender, 'conferences/sendReferral', input)).id
}

/** A case that is open already, without the way there on the screen: `sender` refers, `lead` of the receiver takes it and leads it. */
export async function smallCase(sender: Person, lead: Person): Promise<string> {
  const referralId = await sendReferral(sender)
  const { caseId } = await must<{ caseId: string }>(lead, 'conferences/takeReferral', { referralId })
  const { subject } = await must<{ subject: { personId: string } }>(lead, 'identity/me', {})
  await must(lead, 'conferences/nameCaseManager', { caseId, personId: subject.personId })
  return caseId
}
