import { type InstitutionId, type NetworkId, type PersonId, policyOf, type Role, type Subject } from '@mreza/contracts-kernel'

const everyone: readonly Role[] = ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor']
type InNetwork = { networkId: NetworkId }
type OfParties = { partyIds: readonly InstitutionId[] }
/** Who deputises for which institution now (AG22). */
type WithDeputies = { deputies: readonly { institutionId: InstitutionId; personId: PersonId }[] }

/** An obligation: of which network, and which institution owes it. */
type Owed = InNetwork & { institutionId: InstitutionId }

/** What one may do with agreements. */
export interface AgreementResources {
  'agreement.read': InNetwork
  'agreement.read-reasons': InNetwork & OfParties
  'agreement.draft': InNetwork
  'agreement.negotiate': InNetwork
  'agreement.send': InNetwork
  /** Sign and decline: the head of a party, or its deputy. */
  'agreement.sign': OfParties & WithDeputies
  /** What else a party does by its head: its council's step, withdrawal. */
  'agreement.answer-for-party': OfParties
  /** Record from a scanned page that a party signed. */
  'agreement.record-wet-ink': InNetwork
  /** Look at that page and say that it is so; never the one who recorded it (AG23). */
  'agreement.confirm-wet-ink': InNetwork & OfParties
  /** What the network does with a version in force: amend, review, suspend, resume, end, invite others. */
  'agreement.keep': InNetwork
  /** Name who sees to an obligation. */
  'obligation.name-responsible': Owed
  /** Report evidence of what one's own institution owes. */
  'obligation.report': Owed
  /** Say that what another institution reported is not so. */
  'obligation.dispute': Owed
  /** Settle a dispute, or let a term go; never for one's own institution (AG45, AG46). */
  'obligation.settle': Owed
  'obligation.comment': Owed
  /** Record who deputises for the head of an institution. */
  'deputy.record': { institutionId: InstitutionId; networkId: NetworkId | null }
}

const here = (subject: Subject, { networkId }: InNetwork) => subject.networkId === networkId
const isParty = (subject: Subject, { partyIds }: OfParties) => partyIds.includes(subject.institutionId)
const deputises = (subject: Subject, { deputies }: WithDeputies) =>
  deputies.some(({ institutionId, personId }) => institutionId === subject.institutionId && personId === subject.personId)
const owesIt = (subject: Subject, { institutionId }: Owed) => subject.institutionId === institutionId
const ofAnother = (subject: Subject, owed: Owed) => here(subject, owed) && !owesIt(subject, owed)
const ofCoordinator = { roles: ['coordinator'], when: here } as const

export const { can: canInAgreements, couldEver: couldEverInAgreements } = policyOf<AgreementResources>({
  // National bodies stand outside every network and may read what they are asked to take part in.
  'agreement.read': {
    roles: everyone,
    when: (subject, agreement) => subject.networkId === null || here(subject, agreement),
  },
  'agreement.read-reasons': {
    roles: ['coordinator', 'head', 'practitioner', 'city-official'],
    when: (subject, agreement) =>
      (here(subject, agreement) && (subject.roles.includes('coordinator') || subject.roles.includes('city-official'))) ||
      isParty(subject, agreement),
  },
  'agreement.draft': ofCoordinator,
  'agreement.negotiate': ofCoordinator,
  'agreement.send': ofCoordinator,
  'agreement.sign': {
    roles: ['head', 'coordinator', 'practitioner', 'city-official', 'center-officer'],
    when: (subject, agreement) => isParty(subject, agreement) && (subject.roles.includes('head') || deputises(subject, agreement)),
  },
  'agreement.answer-for-party': { roles: ['head'], when: isParty },
  'agreement.record-wet-ink': ofCoordinator,
  'agreement.confirm-wet-ink': {
    roles: ['head', 'coordinator', 'city-official'],
    when: (subject, agreement) =>
      isParty(subject, agreement) || (here(subject, agreement) && !subject.roles.every((role) => role === 'head')),
  },
  'agreement.keep': ofCoordinator,
  'obligation.name-responsible': {
    roles: ['head', 'coordinator'],
    when: (subject, owed) => owesIt(subject, owed) || (here(subject, owed) && subject.roles.includes('coordinator')),
  },
  'obligation.report': { roles: ['head', 'coordinator', 'practitioner', 'city-official', 'center-officer'], when: owesIt },
  'obligation.dispute': { roles: ['head', 'coordinator', 'city-official'], when: ofAnother },
  'obligation.settle': { roles: ['coordinator', 'city-official'], when: ofAnother },
  'obligation.comment': {
    roles: ['head', 'coordinator', 'practitioner', 'city-official', 'center-officer'],
    when: (subject, owed) => here(subject, owed) || owesIt(subject, owed),
  },
  'deputy.record': {
    roles: ['head', 'coordinator'],
    when: (subject, { institutionId, networkId }) =>
      (subject.roles.includes('head') && subject.institutionId === institutionId) ||
      (subject.roles.includes('coordinator') && subject.networkId !== null && subject.networkId === networkId),
  },
})
