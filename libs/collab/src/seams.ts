import type { IncomingMessage } from 'node:http'
import type { RootShape } from './shape.ts'

/** What one may do in a room. */
export type Right = 'none' | 'read' | 'comment' | 'write'

/**
 * A connection that the doorkeeper let in. `Who` is whatever the rights and the store need to know of it; this library
 * hands it on and never looks inside.
 */
export interface Admission<Who> {
  readonly room: string
  readonly shape: readonly RootShape[]
  /** The writer number that the server issued for this connection (rule D16). */
  readonly clientId: number
  /** Whom the limit of sockets counts. */
  readonly person: string
  readonly right: Right
  /** What others see of this connection, beside the cursor and the right. */
  readonly presence: Readonly<Record<string, unknown>>
  readonly who: Who
}

/** Why a socket is not opened: before the upgrade with an HTTP status, or after it with a close code that a page can read. */
export type Turned = { readonly status: 400 | 401 | 403 | 404 | 429 | 503 } | { readonly close: number }

/** Decides who comes in. Called once per socket, before the upgrade. */
export interface Doorkeeper<Who> {
  admit(request: IncomingMessage): Promise<Admission<Who> | Turned>
}

/** Says what connections may do now, all in one question; `none` for those that may do nothing any more (rule D11). */
export interface Rights<Who> {
  of(connections: readonly { readonly room: string; readonly who: Who }[]): Promise<readonly Right[]>
}

/** A room as it is stored. */
export interface StoredRoom {
  readonly snapshot: Uint8Array | null
  /** The encoded state vector of the snapshot; null where it was not stored with it. */
  readonly vector: Uint8Array | null
  /** Updates after the snapshot, in order. */
  readonly tail: readonly Uint8Array[]
  /** The place of the last update in the log. */
  readonly seq: number
  readonly epoch: number
}

/** Consecutive updates of one connection, to be committed. */
export interface Append<Who> {
  readonly room: string
  readonly epoch: number
  readonly who: Who
  readonly updates: readonly Uint8Array[]
}

/**
 * What became of an {@link Append}: stored up to `lastSeq`, all in one row range; or refused as a whole, because the right
 * is gone, another connection took over the number, or the room began anew under another epoch.
 */
export type Appended = { readonly lastSeq: number } | { readonly refusal: 'right' | 'overtaken' | 'epoch' }

/** Everything up to a place in the log, without what was deleted. */
export interface Compacted {
  readonly epoch: number
  readonly seq: number
  readonly state: Uint8Array
  /** The encoded state vector of `state`. */
  readonly vector: Uint8Array
}

/** The durable log of rooms. */
export interface RoomStore<Who> {
  load(room: string): Promise<StoredRoom>
  /** Updates after `seq`, in order; null when some of them are no longer single rows, so that the room must be loaded anew. */
  after(room: string, seq: number): Promise<{ readonly updates: readonly Uint8Array[]; readonly lastSeq: number } | null>
  /** Which of these rooms have updates after what is known of them. */
  behind(rooms: readonly { readonly room: string; readonly seq: number; readonly epoch: number }[]): Promise<readonly string[]>
  /** Commits a batch in one transaction, in order, checking each author's right in it. Rejects when nothing was committed or nobody knows. */
  append(batch: readonly Append<Who>[]): Promise<readonly Appended[]>
  /** Puts a snapshot in the place of what it covers, unless there is a later one or the room began anew. */
  compact(room: string, compacted: Compacted): Promise<void>
}

/** Tells the other instances of a room; nothing depends on its arriving. */
export interface Fanout {
  publish(room: string, message: string): void
  subscribe(room: string, hear: (message: string) => void): () => void
}

/** What the server reports; ids and numbers only. */
export interface LiveLog {
  info(message: string, fields?: Record<string, unknown>): void
  warn(message: string, fields?: Record<string, unknown>): void
  error(message: string, fields?: Record<string, unknown>): void
}
