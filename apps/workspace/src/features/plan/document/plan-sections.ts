import type { PlanArea, PlanRoom } from '@mreza/contracts-plans'
import { roomOfArea } from '@mreza/contracts-plans'

/** A section of the page: need areas that belong together, all of one room. */
export interface PlanSection {
  readonly id: 'safety' | 'health' | 'documents' | 'legal' | 'education' | 'employment' | 'family' | 'basic' | 'social'
  readonly areas: readonly [PlanArea, ...PlanArea[]]
}

const sections: readonly PlanSection[] = [
  { id: 'safety', areas: ['area-safety', 'area-accommodation'] },
  { id: 'basic', areas: ['area-basic-needs', 'area-material', 'area-interpretation'] },
  { id: 'health', areas: ['area-health', 'area-mental-health', 'area-addiction'] },
  { id: 'documents', areas: ['area-documents', 'area-guardianship', 'area-return'] },
  { id: 'legal', areas: ['area-legal'] },
  { id: 'education', areas: ['area-education'] },
  { id: 'employment', areas: ['area-employment'] },
  { id: 'family', areas: ['area-family', 'area-children'] },
  { id: 'social', areas: ['area-social-skills', 'area-social-network'] },
]

/** The sections in the order of the page, each with the room in which it is written. */
export const planSections: readonly (PlanSection & { readonly room: PlanRoom })[] = sections.map((section) => ({
  ...section,
  room: roomOfArea(section.areas[0]),
}))
