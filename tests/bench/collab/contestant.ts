import type { Seat } from './connection.ts'
import type { ServerProcess } from './server-process.ts'

/**
 * The way into a document: each call gives a place for one more connection, of another person where the server knows persons.
 * `clientId`: the number to write under, where one may choose.
 */
export type Doorway = (server: ServerProcess, clientId?: number) => Promise<Seat>

/** A server with what it has stored. */
export interface Contest {
  /** Starts it, again and again over the same storage. */
  start(): Promise<ServerProcess>
  /** Makes documents; the server must be running. */
  documents(server: ServerProcess, count: number): Promise<readonly Doorway[]>
  /**
   * Resolves when what came until `since` (milliseconds of the clock) is stored in its lasting form; gives how many seconds
   * that took, undefined when it was not done in time.
   */
  settled(since: number, server: ServerProcess): Promise<number | undefined>
  remove(): Promise<void>
}

/** One of those that are compared. */
export interface Contestant {
  readonly name: ContestantName
  readonly title: string
  open(): Promise<Contest>
}

/** Whom the bench knows, in the order of its tables. */
export const contestantNames = ['ours', 'y-websocket', 'hocuspocus', 'hocuspocus-safe', 'relay'] as const
export type ContestantName = (typeof contestantNames)[number]
