/** The bounds of a live server (PL14). Every one can be set; sizes are bytes, times milliseconds. */
export interface LiveLimits {
  /** The largest frame that is read, unless it is a sync step 2: that carries what was written over a long time, or pasted. */
  readonly frameBytes: number
  readonly step2Bytes: number
  /** How many frames above the first of these a socket may send a minute. */
  readonly largeFramesPerMinute: number
  /** The largest document of a room, encoded. */
  readonly roomBytes: number
  /** Processor time that one trial may take, and the memory of the thread that makes it. */
  readonly trialMs: number
  readonly trialMegabytes: number
  /** Sockets of one person on this instance, and of everybody. */
  readonly socketsPerPerson: number
  readonly sockets: number
  /** What may lie unsent for one reader before it is dropped. */
  readonly unsentBytes: number
  /** Frames of one socket that wait for their trial, and that are not on disk yet, before the socket is no longer read. */
  readonly waitingFrames: number
  readonly unsettledFrames: number
  /** Frames a second, on average: sync step 1, questions, and updates that are refused; and cursors, of which the last in each moment is passed on. */
  readonly smallFramesPerSecond: number
  readonly cursorFramesPerSecond: number
  /** How old the knowledge of a right may be when something is sent, and how often it is renewed. */
  readonly rightsAgeMs: number
  readonly recheckMs: number
  /** After how long without a right read the socket is closed as unavailable. */
  readonly rightsLostMs: number
  /** How long a joined socket may stay silent at the start. */
  readonly greetingMs: number
  /** How long an empty room stays in memory, and how many rooms may be open. */
  readonly idleRoomMs: number
  readonly openRooms: number
  /** Between two pings; a socket that missed one is gone. */
  readonly pingMs: number
  /** How often presence is said again. It also keeps y-websocket's provider from taking a quiet line (30 seconds) for a broken one. */
  readonly presenceMs: number
}

/** The bounds unless told otherwise. */
export const defaultLimits: LiveLimits = {
  frameBytes: 64 * 1024,
  step2Bytes: 1024 * 1024,
  largeFramesPerMinute: 6,
  roomBytes: 2 * 1024 * 1024,
  trialMs: 250,
  trialMegabytes: 64,
  socketsPerPerson: 16,
  sockets: 4_000,
  unsentBytes: 1024 * 1024,
  waitingFrames: 128,
  unsettledFrames: 1_024,
  smallFramesPerSecond: 40,
  cursorFramesPerSecond: 300,
  rightsAgeMs: 1_000,
  recheckMs: 600,
  rightsLostMs: 10_000,
  greetingMs: 15_000,
  idleRoomMs: 30_000,
  openRooms: 1_000,
  pingMs: 20_000,
  presenceMs: 12_000,
}
