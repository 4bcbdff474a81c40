import { Priority } from '@mreza/contracts-agreements'
import { CivilDate, Line, LocalizedText, Slug } from '@mreza/contracts-kernel'
import * as z from 'zod'

const inBothScripts = z.strictObject({ srLatn: Line, srCyrl: Line })

/** The referral with which a demo begins, in three languages. The beneficiary is invented. */
export const DemoReferral = z.strictObject({
  id: Slug,
  /** The anonymised scenario of the sources that the situation follows. */
  basedOn: Slug,
  /** The slugs of a demo person and of the institution that is asked. */
  sender: Slug,
  receiver: Slug,
  priority: Priority,
  priorityReason: LocalizedText,
  ageGroup: z.enum(['child-under-14', 'child-14-17', 'adult', 'not-known']),
  /** Ids of the taxonomy of indicators. */
  indicators: z.array(Slug).min(1),
  whatHappened: LocalizedText,
  immediateSafety: LocalizedText,
  wishes: LocalizedText,
  beneficiary: z.strictObject({
    givenName: inBothScripts,
    familyName: inBothScripts,
    birthDate: CivilDate,
    address: LocalizedText,
    safeContact: LocalizedText,
  }),
})
export type DemoReferral = z.infer<typeof DemoReferral>
