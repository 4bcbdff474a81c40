import { areasOfRoom, type CommentAnchor, type PlanRoom, type TextPlace } from '@mreza/contracts-plans'
import { prosePlacesOf } from '@mreza/plan-document'

/** Whether a text stands in this room, as far as its place alone tells: a goal is in any room that has areas. Pure. */
export const isPlaceOf = (room: PlanRoom, place: TextPlace): boolean => {
  switch (place.in) {
    case 'wishes':
    case 'understanding':
      return room === 'core'
    case 'risk':
      return room === 'safety'
    case 'prose':
      return prosePlacesOf(room).includes(place.place)
    default:
      return areasOfRoom[room].length > 0
  }
}

/** Whether a thread may hang there: on a text of its room, and on both ends of a passage or on none (PL17). Pure. */
export const isAnchorOf = (room: PlanRoom, { place, from, to }: CommentAnchor): boolean =>
  isPlaceOf(room, place) && (from === null) === (to === null)
