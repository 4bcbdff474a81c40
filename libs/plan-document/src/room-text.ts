import type { PlanRoom } from '@mreza/contracts-plans'
import * as Y from 'yjs'
import { aboutOf, activitiesOf, goalsOf, indicatorsOf, proseOf, prosePlacesOf, risksOf, understandingsOf, wishesOf } from './doc.ts'
import { proseJson, stable } from './prose.ts'

const valueJson = (value: unknown): unknown => {
  if (value instanceof Y.Map) return mapJson(value)
  return value instanceof Y.XmlFragment ? proseJson(value) : value
}
const mapJson = (map: { entries(): Iterable<[string, unknown]> }): Record<string, unknown> =>
  Object.fromEntries([...map.entries()].map(([key, value]) => [key, valueJson(value)]))

/**
 * All that a room says, with formatting and with what was withdrawn, as one text that is the same for the same content however it
 * came about: what the hash of a version is made from (PL19).
 */
export const roomText = (doc: Y.Doc, room: PlanRoom): string =>
  stable({
    room,
    prose: Object.fromEntries(prosePlacesOf(room).map((place) => [place, proseJson(proseOf(doc, place))])),
    goals: mapJson(goalsOf(doc)),
    indicators: mapJson(indicatorsOf(doc)),
    activities: mapJson(activitiesOf(doc)),
    ...(room === 'safety' ? { risks: mapJson(risksOf(doc)) } : {}),
    ...(room === 'core'
      ? { about: mapJson(aboutOf(doc)), wishes: proseJson(wishesOf(doc)), understandings: mapJson(understandingsOf(doc)) }
      : {}),
  })
