import { servicesOf } from '../store/institutions.ts'
import type { Of } from './parts.ts'
import { serviceOf } from './present.ts'

/** Services that belong to no one network, such as the national shelter and help lines. */
export const listNationalServices: Of<'listNationalServices'> =
  ({ db }) =>
  async () =>
    (await servicesOf(db.runtime, null)).map(serviceOf)
