import { Line, LocalizedText, Role, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** A person of a demo installation; always invented. */
export const DemoPerson = z.strictObject({
  slug: Slug,
  name: z.strictObject({ srLatn: Line, srCyrl: Line }),
  jobTitle: LocalizedText,
  /** The slug of an institution of a network, or of a national body. */
  institution: Slug,
  /** The slug of the network; `null` for national bodies and the administrator. */
  network: Slug.nullable(),
  roles: z.array(Role).min(1),
})
export type DemoPerson = z.infer<typeof DemoPerson>

/** `protocols/demo/people.yaml`. */
export const DemoPeopleFile = z.strictObject({ people: z.array(DemoPerson).min(1) })
export type DemoPeopleFile = z.infer<typeof DemoPeopleFile>
