import type { RegisterFiles } from './register.ts'

/** Something a file says that cannot stand beside what another file says. */
export interface Conflict {
  /** The slug of the network whose file is left out. */
  readonly network: string
  readonly reason: string
}

/**
 * An institution stands in one file, with one sector (DI4): a file that describes one again, which the national file or an earlier
 * one describes already, is left out.
 */
export const conflictsIn = ({ networks, national }: RegisterFiles): Conflict[] => {
  const described = new Map<string, string>((national?.bodies ?? []).map((body) => [body.slug, body.sector]))
  return networks.flatMap(({ network, institutions }) => {
    const again = institutions.find(({ slug }) => described.has(slug))
    if (again === undefined) {
      for (const { slug, sector } of institutions) described.set(slug, sector)
      return []
    }
    const sectors = again.sector === described.get(again.slug) ? again.sector : `${described.get(again.slug)}, ${again.sector}`
    return [{ network: network.slug, reason: `${again.slug} stands in two files (${sectors})` }]
  })
}
