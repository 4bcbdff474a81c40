import type { PlanGap } from '@mreza/contracts-plans'
import { areaFold } from '../document/area-section.tsx'
import type { Folds } from '../document/folds.ts'
import { focusPlace, placeOf } from '../document/places.ts'
import { soon } from '../document/soon.ts'
import { contentOf } from '../document/use-content.ts'
import type { Editors } from '../editor/editors.ts'
import type { LiveRoom } from '../live/live-room.ts'

interface Ways {
  readonly room: LiveRoom
  readonly folds: Folds
  readonly editors: Editors
}

const toIndicator = ({ folds }: Ways, id: string, line: 'target' | 'check') => {
  folds.set(id, true)
  soon(() => focusPlace(placeOf[line](id)))
}

const toArea = ({ room, folds, editors }: Ways, area: PlanGap['area']) => {
  if (area === null) return
  folds.set(areaFold(area), true)
  soon(() => editors.showText(room, { in: 'prose', place: area }))
}

const toRisk = ({ room, editors }: Ways) => {
  const risk = contentOf(room).risks.find(({ withdrawn, response }) => !withdrawn && response.trim() === '')
  if (risk !== undefined) soon(() => editors.showText(room, { in: 'risk', id: risk.id, field: 'response' }))
}

const toPlace = (place: string) => soon(() => focusPlace(place))

const toGoal = ({ room, editors }: Ways, { kind, goalId }: PlanGap) => {
  if (goalId === null) return
  if (kind === 'goal-without-indicator') toPlace(placeOf.indicators(goalId))
  else if (kind === 'goal-without-activity') toPlace(placeOf.activities(goalId))
  else {
    const field = kind === 'goal-without-own-words' ? 'own' : 'outcome'
    soon(() => editors.showText(room, { in: 'goal', id: goalId, field }))
  }
}

const places = {
  'participation-not-recorded': placeOf.participation,
  'review-date-not-set': placeOf.review,
  'review-date-too-late': placeOf.review,
  'contact-rhythm-not-set': placeOf.contact,
} as const

/** Moves the focus to where something that is missing can be filled in; what is folded is opened first. */
export const goToGap = (gap: PlanGap, ways: Ways): void => {
  if (gap.kind in places) toPlace(places[gap.kind as keyof typeof places])
  else if (gap.kind === 'wishes-not-recorded') soon(() => ways.editors.showText(ways.room, { in: 'wishes' }))
  else if (gap.kind === 'area-not-addressed') toArea(ways, gap.area)
  else if (gap.kind === 'risk-without-response') toRisk(ways)
  else if (gap.kind === 'indicator-without-target' && gap.indicatorId !== null) toIndicator(ways, gap.indicatorId, 'target')
  else if (gap.kind === 'indicator-without-check' && gap.indicatorId !== null) toIndicator(ways, gap.indicatorId, 'check')
  else if (gap.kind === 'activity-without-responsible' && gap.activityId !== null) toPlace(placeOf.who(gap.activityId))
  else if (gap.kind === 'activity-without-due-date' && gap.activityId !== null) toPlace(placeOf.due(gap.activityId))
  else toGoal(ways, gap)
}
