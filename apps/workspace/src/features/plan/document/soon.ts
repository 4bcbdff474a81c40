/** About two seconds: what stands there may have to be fetched first. */
const tries = 120

/** Tries an act again with each frame until it succeeds: what was just added is on the page a moment later. */
export const soon = (act: () => boolean, left = tries): void => {
  if (act() || left === 0) return
  requestAnimationFrame(() => soon(act, left - 1))
}
