import { describe, expect, it } from 'vitest'
import { procedure } from '../city-for-tests.ts'
import { caseCode } from './case-code.ts'
import { carriedSteps, mattersOf, openingMoments, stepState, triggeredBy } from './procedure.ts'

const opened = '2026-03-24T10:00:00.000Z'

describe('the procedure of a case', () => {
  it('CF7 a case carries the steps that apply to it, in order', () => {
    const ids = (ageGroup: 'adult' | 'child-under-14' | 'not-known') =>
      carriedSteps(procedure, { priority: 'urgent', ageGroup }).map(({ step }) => step.id)
    expect(ids('child-under-14')).toEqual(['secure', 'inform', 'guardian', 'meet'])
    expect(ids('adult')).toEqual(['secure', 'inform', 'grown-up', 'meet'])
    expect(ids('not-known'), 'who may be a child is treated as one').toEqual(ids('child-under-14'))
  })

  it('CF26 an agreement on trafficking drives every case, one on the protection of children that of a child', () => {
    expect(mattersOf('adult')).toEqual(['trafficking'])
    expect(mattersOf('child-14-17')).toEqual(['trafficking', 'child-protection'])
    expect(mattersOf('not-known'), 'who may be a child is treated as one').toEqual(['trafficking', 'child-protection'])
  })

  it('CF10 a step begins when its trigger has happened, and only then; without a deadline it has no clock', () => {
    const steps = carriedSteps(procedure, { priority: 'urgent', ageGroup: 'adult' }).map(({ step }) => step)
    const triggered = triggeredBy(steps, openingMoments(opened, opened))
    expect(triggered.map(({ stepId, clock }) => [stepId, clock?.dueAt ?? null])).toEqual([
      ['secure', '2026-03-24T14:00:00.000Z'],
      ['grown-up', null],
    ])
    expect(stepState({ triggeredAt: null, doneAt: null })).toBe('later')
    expect(stepState({ triggeredAt: opened, doneAt: null })).toBe('now')
  })

  it('CF9 a code says the network and the year', () => {
    expect(caseCode('nis', 2026, 14)).toBe('NI-26-0014')
    expect(caseCode('network-sremska-mitrovica', 2031, 9999)).toBe('SM-31-9999')
  })
})
