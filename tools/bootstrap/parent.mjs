/**
 * Calls `onGone` once when the process that started this one has died. Run by hand, without npm and without a first stage, nobody is
 * watched: whoever detaches the command on purpose keeps it. @param {() => void} onGone
 */
export function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    onGone()
  }, 1000)
  watch.unref()
}
