import { event, InstitutionId, NetworkId, PersonId, Sector, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** A network was loaded for the first time, or changed. Its slug is its id in files and the root of its case codes. */
export const networkRegistered = event('mreza.directory.network.registered.v1', z.strictObject({ networkId: NetworkId, slug: Slug }))

/** An institution is in the register with this sector and network; announced again when either changes. The latest is true. */
export const institutionRegistered = event(
  'mreza.directory.institution.registered.v1',
  z.strictObject({ institutionId: InstitutionId, networkId: NetworkId.nullable(), sector: Sector }),
)

/** A person is in the directory, or changed institution or headship. */
export const personRegistered = event(
  'mreza.directory.person.registered.v1',
  z.strictObject({ personId: PersonId, institutionId: InstitutionId, isHead: z.boolean() }),
)
