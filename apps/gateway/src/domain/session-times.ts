const minute = 60_000
const hour = 60 * minute

/** The times of sessions (ID13, ID14), in milliseconds. */
export const sessionTimes = {
  life: 12 * hour,
  idle: 30 * minute,
  idleInDemo: 12 * hour,
  rotation: 15 * minute,
  grace: minute,
  /** How stale the record of the last use may get. */
  noted: minute,
} as const

const after = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

/** Until when a session lasts if it is used now: never longer than its whole life. */
export const idleEnd = (now: Date, expires: Date, demo: boolean): Date => {
  const end = after(now, demo ? sessionTimes.idleInDemo : sessionTimes.idle)
  return end < expires ? end : expires
}

/** When a session that begins now ends, used or not. */
export const sessionEnd = (now: Date): Date => after(now, sessionTimes.life)

/** Whether the token has been in use for long enough to be renewed. */
export const wantsRotation = (rotatedAt: Date, now: Date): boolean => now.getTime() - rotatedAt.getTime() >= sessionTimes.rotation

/** Whether the token before the present one is still accepted. */
export const inGrace = (rotatedAt: Date, now: Date): boolean => now.getTime() - rotatedAt.getTime() < sessionTimes.grace

/** Whether the use of a session is to be noted, given until when it was going to last. */
export const wantsNote = (idleUntil: Date, now: Date, expires: Date, demo: boolean): boolean =>
  idleEnd(now, expires, demo).getTime() - idleUntil.getTime() >= sessionTimes.noted
