import { PlanArea, type PlanRoom, type TextPlace } from '@mreza/contracts-plans'
import { type PlanSection, planSections } from '../document/plan-sections.ts'
import { contentOf } from '../document/use-content.ts'
import type { LiveRoom } from '../live/live-room.ts'

/** A part of the page that has a heading. */
export type PartOfPage = PlanSection['id'] | 'voice' | 'wishes' | 'agreed'

/** The part of the page in which an area stands. */
export const sectionOfArea = (area: PlanArea): PartOfPage => planSections.find(({ areas }) => areas.includes(area))?.id ?? 'basic'

const ofProse = (place: string): PartOfPage => {
  if (place === 'voice') return 'voice'
  if (place === 'participation') return 'wishes'
  if (place === 'safety-plan') return 'safety'
  const area = PlanArea.safeParse(place)
  return area.success ? sectionOfArea(area.data) : 'wishes'
}

/** In which part of the page a text stands, and in which goal of it. */
export const whereIs = (room: LiveRoom, place: TextPlace): { readonly part: PartOfPage; readonly goal: string | null } => {
  if (place.in === 'wishes') return { part: 'wishes', goal: null }
  if (place.in === 'understanding') return { part: 'agreed', goal: null }
  if (place.in === 'risk') return { part: 'safety', goal: null }
  if (place.in === 'prose') return { part: ofProse(place.place), goal: null }
  const goal = contentOf(room).goals.find(
    ({ id, indicators, activities }) =>
      id === place.id || indicators.some((each) => each.id === place.id) || activities.some((each) => each.id === place.id),
  )
  return { part: goal === undefined ? firstOf[room.room] : sectionOfArea(goal.area), goal: goal?.outcome ?? null }
}

const firstOf: Readonly<Record<PlanRoom, PartOfPage>> = {
  core: 'wishes',
  safety: 'safety',
  health: 'health',
  legal: 'legal',
  voice: 'voice',
}
