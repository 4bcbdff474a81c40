import type { Rights } from '@mreza/collab'
import type { InstitutionId, NetworkId, PersonId, Role, Section, Sector, Subject } from '@mreza/contracts-kernel'
import { type RoomResource, type RoomRight, rightIn } from '@mreza/contracts-plans'
import { asSubject, type Db } from '@mreza/db'
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

/** Asks for many at once; null where the session is over. */
export const standings = async (
  db: Db<PlansTables>,
  asked: readonly Pick<LiveWho, 'databaseKey' | 'caseId'>[],
): Promise<(Standing | null)[]> => {
  const keys = asked.map(({ databaseKey }) => databaseKey)
  const cases = asked.map(({ caseId }) => caseId)
  const { rows } = await asSubject(db, '', (trx) =>
    sql<StandingRow>`select * from rights_of(${keys}::text[], ${cases}::uuid[])`.execute(trx),
  )
  const found: (Standing | null)[] = asked.map(() => null)
  for (const row of rows) found[row.place - 1] = standingOf(row)
  return found
}

/** The right in a room that follows from a standing. */
export const rightOf = (standing: Standing | null, room: LiveWho['room']): RoomRight => {
  if (standing === null) return 'none'
  const { subject, openSections, narrowedTo } = standing
  return rightIn(subject, { room, openSections, ...(narrowedTo === null ? {} : { narrowedTo }) })
}

/** The rights of live connections: one question for all, one answer for each session and case (PL11). */
export const liveRights = (db: Db<PlansTables>): Rights<LiveWho> => ({
  of: async (connections) => {
    const pairs = new Map<string, { readonly place: number; readonly who: LiveWho }>()
    const places = connections.map(({ who }) => {
      const key = `${who.databaseKey} ${who.caseId}`
      const pair = pairs.get(key) ?? { place: pairs.size, who }
      pairs.set(key, pair)
      return pair.place
    })
    const found = await standings(
      db,
      [...pairs.values()].map(({ who }) => who),
    )
    return connections.map(({ who }, at) => rightOf(found[places[at] ?? -1] ?? null, who.room))
  },
})
