// The first file that runs, on whatever Node is there: it imports nothing, so that an old Node can read it to its end.

/** Sees that this Node can carry the first steps, then hands over to them. @param {string} entry a file below `tools/` */
export function begin(entry) {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) {
    console.error(
      `Mreža needs Node 20 or newer to begin, and this is Node ${process.versions.node}. Install a newer Node from nodejs.org and run the command again.`,
    )
    process.exit(1)
  }
  import('./enter.mjs').then((step) => step.enter(entry))
}
