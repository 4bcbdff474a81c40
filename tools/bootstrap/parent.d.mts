/** Calls `onGone` once when the process that started this one has died; see `parent.mjs`. */
export function watchParent(onGone: () => void): void
