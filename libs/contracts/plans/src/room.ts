import { Section } from '@mreza/contracts-kernel'
import * as z from 'zod'
import type { PlanArea } from './area.ts'

/** A room of a plan: one document of its own per section of the case, so that what is closed never travels (PL2). */
export const PlanRoom = Section
export type PlanRoom = z.infer<typeof PlanRoom>

/** What one may do in a room now; each right includes those before it. */
export const RoomRight = z.enum(['none', 'read', 'comment', 'write'])
export type RoomRight = z.infer<typeof RoomRight>

/**
 * Which need areas are written in which room (PL3). `voice` holds no area: it is what the person said in confidence.
 * Every area has exactly one room.
 */
export const areasOfRoom: Readonly<Record<PlanRoom, readonly PlanArea[]>> = {
  core: [
    'area-basic-needs',
    'area-documents',
    'area-education',
    'area-employment',
    'area-material',
    'area-family',
    'area-guardianship',
    'area-social-skills',
    'area-social-network',
    'area-children',
    'area-interpretation',
    'area-return',
  ],
  safety: ['area-safety', 'area-accommodation'],
  health: ['area-health', 'area-mental-health', 'area-addiction'],
  legal: ['area-legal'],
  voice: [],
}

/** The room in which an area is written. */
export const roomOfArea = (area: PlanArea): PlanRoom => PlanRoom.options.find((room) => areasOfRoom[room].includes(area)) ?? 'core'
