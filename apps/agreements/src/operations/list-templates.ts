import type { Of } from './parts.ts'

/** The library, in the order of its files. */
export const listTemplates: Of<'listTemplates'> =
  ({ library }) =>
  async () =>
    [...library.values()].map(({ id, version, kind, title, purpose }) => ({ id, version, kind, title, purpose }))
