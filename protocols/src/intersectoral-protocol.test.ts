import { expect, test } from 'vitest'
import { loadRules, loadTemplates, protocolsFolder } from './index.ts'

const [templates, rules] = await Promise.all([loadTemplates(protocolsFolder), loadRules(protocolsFolder)])
const template = templates.good.find(({ id }) => id === 'intersectoral-cooperation-trafficking')
const steps = template?.procedure?.stages.flatMap((stage) => stage.steps) ?? []
const step = (id: string) => steps.find((each) => each.id === id)

test('it has eighteen articles in three languages', () => {
  expect(template?.articles.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
  expect(template?.articles[17]?.title).toEqual({
    en: 'Entry into force and duration',
    srLatn: 'Stupanje na snagu i trajanje',
    srCyrl: 'Ступање на снагу и трајање',
  })
  expect(template?.articles[5]?.paragraphs[0]?.en.split('\n')).toHaveLength(4)
})

test.each([
  ['intervene-immediately', ['immediate'], 24, 'hour', 'referral-received'],
  ['begin-assessment-urgent', ['urgent'], 72, 'hour', 'referral-received'],
  ['begin-assessment-regular', ['regular'], 5, 'working-day', 'referral-received'],
  ['first-direct-contact', undefined, 1, 'month', 'placement-outside-home'],
] as const)('the legal deadline of %s is that of the rulebook', (id, priorities, amount, unit, countsFrom) => {
  expect(step(id)?.appliesTo.priorities).toEqual(priorities)
  expect(step(id)?.deadline).toMatchObject({ duration: { amount, unit }, countsFrom, source: { document: 'rulebook-swc-2008' } })
})

test('notifying the national Center has no deadline, because no document gives one', () => {
  expect(step('notify-center')).toMatchObject({ trigger: 'status:presumed', deadline: null, ruleId: 'notify-center' })
  expect(rules.good.find(({ id }) => id === 'notify-center')).toMatchObject({ deadline: null, force: 'instruction' })
})

test('every deadline that is not of a binding rule is the agreement’s own', () => {
  const own = steps.filter(({ deadline }) => deadline?.source.document === 'this-agreement').map(({ id }) => id)
  expect(own).toEqual([
    'confirm-receipt',
    'name-case-manager',
    'tell-the-sender',
    'hold-conference-immediate',
    'hold-conference',
    'make-plan',
    'ask-after-closure',
  ])
})

test('three signatures do not bring it into force, and four do only with the three sectors without which there is no case', () => {
  expect(template?.entryIntoForce).toEqual({ kind: 'at-least', signatures: 4, requiredSectors: ['social-welfare', 'police', 'education'] })
})

test('a school must be at the conference only for a child, and four of the mandatory sectors make a quorum', () => {
  expect(template?.conferenceRule?.mandatorySectors.filter(({ when }) => when === 'child')).toEqual([
    { sector: 'education', when: 'child' },
  ])
  expect(template?.conferenceRule?.quorum).toEqual({ kind: 'of-mandatory', atLeast: 4 })
})

test('what was said in confidence has no rule that lets it out', () => {
  expect(template?.informationRules.filter(({ dataClass }) => dataClass === 'voice')).toEqual([])
})
