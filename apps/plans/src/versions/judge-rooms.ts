import { civilDateOf } from '@mreza/calendar'
import type { PlanTemplate } from '@mreza/contracts-plans'
import { gapsOf } from '@mreza/plan-document'
import type { GapsOfRoom } from '../domain/approval.ts'
import type { FrozenRoom } from './freeze-rooms.ts'

/** What is missing in each room, by the template that the core room names (PL8). */
export const judgeRooms = (
  rooms: readonly Pick<FrozenRoom, 'room' | 'content'>[],
  templates: ReadonlyMap<string, PlanTemplate>,
  now: Date,
): GapsOfRoom[] => {
  const followed = rooms.find(({ room }) => room === 'core')?.content.templateId ?? null
  const template = followed === null ? null : (templates.get(followed) ?? null)
  const today = civilDateOf(now.toISOString())
  return rooms.map(({ room, content }) => ({ room, gaps: gapsOf(content, { template, today }) }))
}
