import type { TrialAnswer } from './mirror.ts'
import type { Replayed } from './replay.ts'
import type { RootShape } from './shape.ts'

/** What the trial thread is asked, in order. `replay` is of bytes that were tried before and has nothing to do with mirrors. */
export type TrialRequest = { readonly id: number } & (
  | { readonly kind: 'open'; readonly room: string; readonly shape: readonly RootShape[]; readonly states: readonly Uint8Array[] }
  | { readonly kind: 'follow'; readonly room: string; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'try'; readonly room: string; readonly update: Uint8Array }
  | { readonly kind: 'close'; readonly room: string }
  | { readonly kind: 'replay'; readonly updates: readonly Uint8Array[]; readonly since?: Uint8Array }
)

/** Its answer; only a `try` and a `replay` have something to say. `no-mirror`: open the room first. */
export interface TrialReply {
  readonly id: number
  readonly answer: TrialAnswer | Replayed | 'no-mirror' | null
}
