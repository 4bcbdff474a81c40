import type { Contestant } from './contestant.ts'
import type { Random } from './random.ts'

/** Figures of one run by their name. */
export type Figures = Readonly<Record<string, number>>

/** What a run is told beside whom it measures. */
export interface Surroundings {
  /** How long people type. */
  readonly seconds: number
  readonly kills: number
  /** Seconds of processor that PostgreSQL has used so far. */
  databaseCpu(): number
}

/** Runs one work against one server, which it starts and stops. @throws when an edit is missing or replicas differ */
export type Work = (contestant: Contestant, around: Surroundings, random: Random) => Promise<Figures>
