import type { Rights } from '@mreza/collab'
import type { InstitutionId, NetworkId, PersonId, Role, Section, Sector, Subject } from '@mreza/contracts-kernel'
import { type RoomResource, type RoomRight, rightIn } from '@mreza/contracts-plans'
import { type Db, inOneStatement } from '@mreza/db'
import { sql } from 'kysely'
import type { PlansTables } from '../store/tables.ts'
import type { LiveWho } from './live-who.ts'

/** Who a session is and what of a case is open to them, as the database says now. */
export interface Standing {
  readonly subject: Subject
  readonly openSections: readonly Section[]
  /** The most that the plan's lead allows their institution (PL16); null: not narrowed. */
  readonly narrowedTo: NonNullable<RoomResource['narrowedTo']> | null
}

interface StandingRow {
  place: number
  person_id: PersonId
  institution_id: InstitutionId
  network_id: NetworkId | null
  sector: Sector
  roles: Role[]
  sections: Section[]
  narrowed_to: NonNullable<RoomResource['narrowedTo']> | null
}

const standingOf = (row: StandingRow): Standing => ({
  // How the person signed in has no part in the rights to a room.
  subject: {
    personId: row.person_id,
    institutionId: row.institution_id,
    networkId: row.network_id,
    sector: row.sector,
    roles: row.roles,
    assurance: 'password',
  },
  openSections: row.sections,
  narrowedTo: row.narrowed_to,
})

type Asked = Pick<LiveWho, 'databaseKey' | 'caseId'>

const rightsOf = (asked: readonly Asked[]) =>
  sql`rights_of(${asked.map(({ databaseKey }) => databaseKey)}::text[], ${asked.map(({ caseId }) => caseId)}::uuid[])`

/** Asks for many at once; null where the session is over. Each answer follows from the key that it is asked with. */
export const standings = async (worker: Db<PlansTables>, asked: readonly Asked[]): Promise<(Standing | null)[]> => {
  const rows = await inOneStatement(worker, 'standings', sql<StandingRow>`select * from ${rightsOf(asked)}`)
  const found: (Standing | null)[] = asked.map(() => null)
  for (const row of rows) found[row.place - 1] = standingOf(row)
  return found
}

interface AlikeRow extends StandingRow {
  /** All who have the same roles, sections and bounds as this one, on which alone the right to a room depends (PL2, PL16). */
  places: number[]
}

/** As {@link standings}, with one answer for all who stand alike: of hundreds of connections a few rows are read. */
const standingsAlike = async (worker: Db<PlansTables>, asked: readonly Asked[]): Promise<(Standing | null)[]> => {
  const rows = await inOneStatement(
    worker,
    'standings alike',
    sql<AlikeRow>`
      with one as materialized (select * from ${rightsOf(asked)}),
        alike as (select min(place) as place, array_agg(place) as places from one group by roles, sections, narrowed_to)
      select * from one join alike using (place)`,
  )
  const found: (Standing | null)[] = asked.map(() => null)
  for (const row of rows) {
    const standing = standingOf(row)
    for (const place of row.places) found[place - 1] = standing
  }
  return found
}

/** The right in a room that follows from a standing. */
export const rightOf = (standing: Standing | null, room: LiveWho['room']): RoomRight => {
  if (standing === null) return 'none'
  const { subject, openSections, narrowedTo } = standing
  return rightIn(subject, { room, openSections, ...(narrowedTo === null ? {} : { narrowedTo }) })
}

/** The rights of live connections: one question for all, one answer for each session and case (PL11). */
export const liveRights = (worker: Db<PlansTables>): Rights<LiveWho> => ({
  of: async (connections) => {
    const pairs = new Map<string, { readonly place: number; readonly who: LiveWho }>()
    const places = connections.map(({ who }) => {
      const key = `${who.databaseKey} ${who.caseId}`
      const pair = pairs.get(key) ?? { place: pairs.size, who }
      pairs.set(key, pair)
      return pair.place
    })
    const found = await standingsAlike(
      worker,
      [...pairs.values()].map(({ who }) => who),
    )
    return connections.map(({ who }, at) => rightOf(found[places[at] ?? -1] ?? null, who.room))
  },
})
