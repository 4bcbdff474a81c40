import * as agreements from '@mreza/contracts-agreements'
import * as conferences from '@mreza/contracts-conferences'
import type { EventContract } from '@mreza/contracts-kernel'
import { NotificationKind, NotificationRefs } from '@mreza/contracts-notifications'
import * as plans from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { everythingTold } from './index.ts'

const isEvent = (value: unknown): value is EventContract =>
  typeof value === 'object' && value !== null && 'subject' in value && 'data' in value && value.data instanceof z.ZodType

const events = [agreements, conferences, plans].flatMap((context) => Object.values(context).filter(isEvent))

/** Events that nobody needs to be told of, because they change nothing for others or another event tells of them. */
const untold = [
  'mreza.agreements.agreement.party-acceded.v1',
  'mreza.agreements.obligation.moved.v1',
  'mreza.conferences.duty.measured.v1',
  'mreza.conferences.case.step-completed.v1',
  'mreza.conferences.conference.opened.v1',
  'mreza.conferences.clock.ended.v1',
  'mreza.plans.plan.opened.v1',
  'mreza.plans.plan.changed.v1',
  'mreza.plans.room.request-withdrawn.v1',
]

const actorId = newId<'PersonId'>()

/** Data that fits the contract, with a fresh id wherever there is one. */
const exampleOf = (event: EventContract): Record<string, unknown> => {
  const shape = (event.data as z.ZodObject).shape
  const value = (name: string, type: z.ZodType): unknown => {
    if (name === 'actorId') return actorId
    if (name === 'audience') return { institutionIds: [newId()] }
    if (name === 'caseCode') return 'NI-26-4821'
    const candidates = [
      newId(),
      '2026-03-02T08:00:00.000Z',
      '2026-03-02',
      [newId()],
      ['core'],
      'core',
      true,
      1,
      'immediate',
      'step',
      'programme',
      'soon',
      'owner',
      'kept',
      'keep',
      'duration',
      'round',
      'needed',
    ]
    return candidates.find((candidate) => type.safeParse(candidate).success)
  }
  return Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, value(name, type as z.ZodType)]))
}

describe('what is told', () => {
  it('every event of the contexts is either told once or left out on purpose', () => {
    const subjects = everythingTold.map((telling) => telling.event.subject)
    expect(new Set(subjects).size).toBe(subjects.length)
    expect([...subjects, ...untold].sort()).toEqual(events.map((event) => event.subject).sort())
  })

  it('every kind of notification has an event behind it', () => {
    // A reminder says more plainly what is not kept, the higher the rung.
    const rungs = agreements.Rung.options.map((rung) => ({ rung }))
    const variants = (event: EventContract) => ('rung' in exampleOf(event) ? rungs : [{}])
    const kinds = everythingTold.flatMap(({ event, ...telling }) =>
      variants(event).map((variant) => (telling as unknown as Told).tell({ ...exampleOf(event), ...variant }).kind),
    )
    expect([...new Set(kinds)].sort()).toEqual([...NotificationKind.options].sort())
  })

  it.each(everythingTold.map((telling) => [telling.event.subject, telling as unknown as Told] as const))(
    'NO3 %s is told with ids of its own and nothing else',
    (_, { event, tell }) => {
      const data = event.data.parse(exampleOf(event)) as Record<string, unknown>
      const line = tell(data)
      expect(NotificationRefs.parse(line.refs)).toEqual(line.refs)
      expect(Object.values(line.refs).length).toBeGreaterThan(0)
      for (const id of Object.values(line.refs)) expect(Object.values(data)).toContain(id)
      expect(line.actorId).toBe('actorId' in data ? actorId : null)
      expect(line.audience.institutionIds).toHaveLength(1)
    },
  )
})

/** A telling about whose event nothing more is known. */
interface Told {
  readonly event: EventContract
  readonly tell: (data: unknown) => { kind: string; refs: object; actorId: unknown; audience: { institutionIds: unknown[] } }
}
