import type { TrialAnswer } from './mirror.ts'
import type { RootShape } from './shape.ts'

/** What the trial thread is asked, in order. */
export type TrialRequest = { readonly id: number; readonly room: string } & (
  | { readonly kind: 'open'; readonly shape: readonly RootShape[]; readonly states: readonly Uint8Array[] }
  | { readonly kind: 'follow'; readonly update: Uint8Array }
  | { readonly kind: 'try'; readonly update: Uint8Array }
  | { readonly kind: 'close' }
)

/** Its answer; only a `try` has something to say. `no-mirror`: open the room first. */
export interface TrialReply {
  readonly id: number
  readonly answer: TrialAnswer | 'no-mirror' | null
}
