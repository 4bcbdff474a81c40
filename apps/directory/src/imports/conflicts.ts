import type { NetworkFile } from '@mreza/contracts-directory'
import type { RegisterFiles } from './register.ts'

/** A file that cannot stand beside the others. */
export interface Conflict {
  /** The slug of its network. */
  readonly network: string
  readonly reason: string
}

const slugsOf = (file: NetworkFile): string[] => [
  `network ${file.network.slug}`,
  ...file.institutions.map(({ slug }) => `institution ${slug}`),
  ...file.services.map(({ slug }) => `service ${slug}`),
  ...file.agreements.map(({ slug }) => `agreement ${slug}`),
]

const nationalSlugs = ({ national }: RegisterFiles): string[] => [
  ...(national?.bodies ?? []).map(({ slug }) => `institution ${slug}`),
  ...(national?.services ?? []).map(({ slug }) => `service ${slug}`),
  ...(national?.documents ?? []).map(({ slug }) => `agreement ${slug}`),
]

/**
 * Files that describe again what the national file or an earlier one describes: an institution stands in one file, with one
 * sector (DI4), and so does every service and agreement. Pure.
 */
export const conflictsIn = (files: RegisterFiles): Conflict[] => {
  const taken = new Set(nationalSlugs(files))
  return files.networks.flatMap((file) => {
    const slugs = slugsOf(file)
    const again = slugs.find((slug) => taken.has(slug))
    if (again !== undefined) return [{ network: file.network.slug, reason: `the ${again} stands in another file too` }]
    for (const slug of slugs) taken.add(slug)
    return []
  })
}
