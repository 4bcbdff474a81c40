import { InstitutionId, NetworkId, PersonId, Role, type Subject } from '@mreza/contracts-kernel'
import { describe, expect, it } from 'vitest'
import { type AgreementResources, canInAgreements, couldEverInAgreements } from './capabilities.ts'

const id = (end: number) => `01980000-0000-7000-8000-00000000000${end}`
const [here, elsewhere] = [NetworkId.parse(id(1)), NetworkId.parse(id(2))]
const [mine, other] = [InstitutionId.parse(id(3)), InstitutionId.parse(id(4))]

const someone = (role: Role, networkId: Subject['networkId'] = here): Subject => ({
  personId: PersonId.parse(id(5)),
  institutionId: mine,
  networkId,
  sector: 'police',
  roles: [role],
  assurance: 'two-factor',
})
const rolesThat = (may: (subject: Subject) => boolean, networkId: Subject['networkId'] = here): Role[] =>
  Role.options.filter((role) => may(someone(role, networkId)))

const asParty = { networkId: here, partyIds: [mine, other], deputies: [] }
const asStranger = { networkId: here, partyIds: [other], deputies: [] }

describe('who may what with an agreement', () => {
  it('AG11: everyone of the network but the administrator reads it, national bodies too, others not', () => {
    const readers = ['coordinator', 'practitioner', 'head', 'city-official', 'center-officer', 'auditor']
    const read = (subject: Subject) => canInAgreements(subject, 'agreement.read', asStranger)
    expect(rolesThat(read)).toEqual(readers)
    expect(rolesThat(read, null)).toEqual(readers)
    expect(rolesThat(read, elsewhere)).toEqual([])
  })

  it('AG11: reasons are read by parties, the coordinator and the city official', () => {
    const read = (resource: AgreementResources['agreement.read-reasons']) => (subject: Subject) =>
      canInAgreements(subject, 'agreement.read-reasons', resource)
    expect(rolesThat(read(asParty))).toEqual(['coordinator', 'practitioner', 'head', 'city-official'])
    expect(rolesThat(read(asStranger))).toEqual(['coordinator', 'city-official'])
    expect(rolesThat(read(asStranger), elsewhere)).toEqual([])
  })

  it.each(['agreement.draft', 'agreement.send'] as const)('AG1: %s is for the coordinator of the network', (capability) => {
    const may = (subject: Subject) => canInAgreements(subject, capability, asStranger)
    expect(rolesThat(may)).toEqual(['coordinator'])
    expect(rolesThat(may, elsewhere)).toEqual([])
    expect(rolesThat(may, null)).toEqual([])
  })

  it('AG4: signing is for the head of a party', () => {
    expect(rolesThat((subject) => canInAgreements(subject, 'agreement.sign', asParty))).toEqual(['head'])
    expect(rolesThat((subject) => canInAgreements(subject, 'agreement.sign', asStranger))).toEqual([])
  })

  it('AG22: signing is for its deputy as well, and only for the institution that they deputise for', () => {
    const [me] = [someone('practitioner')]
    const sign = (institutionId: InstitutionId, partyIds = [mine, other]) =>
      canInAgreements(me, 'agreement.sign', { partyIds, deputies: [{ institutionId, personId: me.personId }] })
    expect(sign(mine)).toBe(true)
    expect(sign(other)).toBe(false)
    expect(sign(mine, [other])).toBe(false)
  })

  it.each(['agreement.negotiate', 'agreement.keep', 'agreement.record-wet-ink'] as const)('%s is for the coordinator', (capability) => {
    const may = (subject: Subject) => canInAgreements(subject, capability, asStranger)
    expect(rolesThat(may)).toEqual(['coordinator'])
    expect(rolesThat(may, elsewhere)).toEqual([])
  })

  it('AG23: a page is confirmed by the coordinator or an official of the network, or by the head of a party', () => {
    const confirm = (resource: AgreementResources['agreement.confirm-wet-ink']) => (subject: Subject) =>
      canInAgreements(subject, 'agreement.confirm-wet-ink', resource)
    expect(rolesThat(confirm(asStranger))).toEqual(['coordinator', 'city-official'])
    expect(rolesThat(confirm(asParty))).toEqual(['coordinator', 'head', 'city-official'])
    expect(rolesThat(confirm(asStranger), elsewhere)).toEqual([])
  })

  it('AG22: who deputises is recorded by the head of that institution or by the coordinator of its network', () => {
    const record = (institutionId: InstitutionId, networkId: NetworkId | null) => (subject: Subject) =>
      canInAgreements(subject, 'deputy.record', { institutionId, networkId })
    expect(rolesThat(record(mine, here))).toEqual(['coordinator', 'head'])
    expect(rolesThat(record(other, here))).toEqual(['coordinator'])
    expect(rolesThat(record(other, null), null)).toEqual([])
  })

  it('AG26: a party withdraws and answers for its council by its head', () => {
    const answer = (resource: typeof asParty) => (subject: Subject) => canInAgreements(subject, 'agreement.answer-for-party', resource)
    expect(rolesThat(answer(asParty))).toEqual(['head'])
    expect(rolesThat(answer(asStranger))).toEqual([])
  })

  const ours = { networkId: here, institutionId: mine }
  const theirs = { networkId: here, institutionId: other }
  const mayOwe = (
    capability: 'obligation.name-responsible' | 'obligation.report' | 'obligation.dispute' | 'obligation.settle',
    owed: typeof ours,
  ) => rolesThat((subject) => canInAgreements(subject, capability, owed))

  it('AG42: the head of who owes it and the coordinator name who sees to it', () => {
    expect(mayOwe('obligation.name-responsible', ours)).toEqual(['coordinator', 'head'])
    expect(mayOwe('obligation.name-responsible', theirs)).toEqual(['coordinator'])
  })

  it('AG44, AG45, AG46: who owes it reports, and neither disputes nor decides about it', () => {
    expect(mayOwe('obligation.report', theirs)).toEqual([])
    expect(mayOwe('obligation.report', ours)).toEqual(['coordinator', 'practitioner', 'head', 'city-official', 'center-officer'])
    for (const capability of ['obligation.dispute', 'obligation.settle'] as const) expect(mayOwe(capability, ours)).toEqual([])
    expect(mayOwe('obligation.dispute', theirs)).toEqual(['coordinator', 'head', 'city-official'])
    expect(mayOwe('obligation.settle', theirs)).toEqual(['coordinator', 'city-official'])
  })

  it('what is not granted is denied', () => {
    expect(rolesThat((subject) => couldEverInAgreements(subject, 'agreement.burn'))).toEqual([])
    expect(rolesThat((subject) => couldEverInAgreements(subject, 'agreement.answer-for-party'))).toEqual(['head'])
  })
})
