import type { Language, Role, Subject } from '@mreza/contracts-kernel'
import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../api/clients.ts'

/** The rooms of the rail, in its order. */
export type RoomId = 'today' | 'cases' | 'directory' | 'protocols' | 'tracker' | 'administration' | 'inbox'

/** What a search of a room may use. `signal` is aborted when the words have changed. */
export interface SearchWithin {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly subject: Subject
  readonly language: Language
  readonly signal: AbortSignal
}

/** One thing that a search found and where it opens. Never a beneficiary's name. */
export interface Found {
  readonly id: string
  readonly label: string
  readonly second?: string | undefined
  /** An address inside the workspace. */
  readonly to: string
}

/**
 * A room as the rail and the palette know it. It lives in `features/<room>/room.ts` and is part of the first load: keep it to this
 * object and import what is heavy when it is called.
 */
export interface Room {
  readonly id: RoomId
  readonly path: `/${RoomId}`
  /** Who has it, until every context says so by its capabilities. */
  readonly roles: readonly Role[]
  /** A hook that counts what is *mine to do* in it; `undefined` while it is not known. */
  readonly useCount?: (() => number | undefined) | undefined
  /** Finds things of this room for the palette: two letters at least, best first, at most eight. */
  readonly search?: ((words: string, within: SearchWithin) => Promise<readonly Found[]>) | undefined
}
