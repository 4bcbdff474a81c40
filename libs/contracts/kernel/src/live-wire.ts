/** First number of every frame: y-websocket's four, and two of ours. */
export const frameTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /**
   * Server to author: `varUint seq, varUint frames`. The first `frames` update frames (sync step 2 or update) that this
   * connection sent are on disk; `seq` is the place of the last of them in the room's log.
   */
  persisted: 100,
  /** Server to author: `varString code, varUint frame`. The frame with this number (from 1) was not taken and never will be. */
  refused: 101,
} as const

/** Why the server closed a socket. 44xx: do not come back the same way; 45xx: come back after a while. */
export const closeCodes = {
  malformed: 4400,
  ticket: 4401,
  revoked: 4403,
  slowReader: 4408,
  schemaVersion: 4409,
  tooLarge: 4413,
  tooFast: 4429,
  overtaken: 4440,
  storageUnavailable: 4503,
  restarting: 4504,
} as const

/** The name of a close code, for the sentence `refusal.live.<name>`; null for codes that are not ours. */
export const closeCodeName = (code: number): keyof typeof closeCodes | null =>
  (Object.keys(closeCodes) as (keyof typeof closeCodes)[]).find((name) => closeCodes[name] === code) ?? null
