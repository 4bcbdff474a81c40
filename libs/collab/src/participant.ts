import type { CountedFrame } from './acknowledgements.ts'
import type { Seat } from './presence-board.ts'
import type { Admission } from './seams.ts'

/** A connection as its room and the commit see it. */
export interface Participant<Who> extends Seat {
  readonly admission: Admission<Who>
  /** Is what this connection sent still to be committed? */
  readonly accepted: boolean
  /** Sends a frame that was made for many. */
  pass(frame: Buffer): void
  /** Its frames are on disk, the last of them at `seq`. */
  stored(frames: readonly CountedFrame[], seq: number): void
  /** The store did not take what it sent. */
  turnedAway(refusal: 'right' | 'overtaken' | 'epoch'): void
  expel(code: number): void
  /** Resolves when everything that came is decided upon. */
  finished(): Promise<void>
}
