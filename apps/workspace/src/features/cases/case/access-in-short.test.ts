import type { Participation } from '@mreza/contracts-conferences'
import { expect, it } from 'vitest'
import { accessInShort } from './access-in-short.ts'

const now = '2026-03-24T10:00:00.000Z'
const participation = (personId: string | null, sections: string[], more: object = {}) =>
  ({
    institutionId: 'swc',
    personId,
    sections,
    basis: { kind: 'legal-duty', rule: 'conference-rule' },
    from: now,
    until: null,
    endedAt: null,
    ...more,
  }) as unknown as Participation
const file = (participations: Participation[], caseManagerId: string | null = 'milica') =>
  ({ participations, caseManagerId, leadInstitutionId: 'swc' }) as Parameters<typeof accessInShort>[0]

it('names everybody once, who leads first, with all that is open to them', () => {
  const consent = { basis: { kind: 'consent' } }
  const read = accessInShort(
    file([
      participation(null, ['core', 'health']),
      participation('tamara', ['core']),
      participation('milica', ['core']),
      participation('tamara', ['legal', 'core'], consent),
    ]),
    now,
  )
  expect(read.map(({ personId, leads, bases, sections }) => [personId, leads, bases, sections])).toEqual([
    ['milica', true, ['legal-duty'], ['core']],
    [null, false, ['legal-duty'], ['core', 'health']],
    ['tamara', false, ['legal-duty', 'consent'], ['core', 'legal']],
  ])
})

it('CF15 leaves out what is over', () => {
  const over = [
    participation('tamara', ['core'], { endedAt: now }),
    participation('sonja', ['core'], { until: '2026-03-24T09:59:59.000Z' }),
  ]
  expect(accessInShort(file(over, null), now)).toEqual([])
})
