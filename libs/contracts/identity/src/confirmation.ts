import { Instant } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** Acts for which a person is asked again whether it is they (ID23). */
export const ConfirmedAct = z.enum(['sign-agreement'])
export type ConfirmedAct = z.infer<typeof ConfirmedAct>

/** What a demo person enters in place of a password. Everybody may know it: it proves nothing, and what is confirmed by it says so. */
export const demoCode = '000000'

/** How a person shows that it is they: by the password of their account, or in a demo by the code that everybody knows. */
export const ConfirmationGiven = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: z.string().min(1).max(256) }),
  z.strictObject({ kind: z.literal('demo-code'), code: z.string().max(20) }),
])
export type ConfirmationGiven = z.infer<typeof ConfirmationGiven>

/** A confirmation for one act upon one thing, by one person for one institution; worthless for anything else and after `until`. */
export const IssuedConfirmation = z.strictObject({
  confirmation: z.string(),
  confirmedBy: z.enum(['password', 'demo']),
  until: Instant,
})
export type IssuedConfirmation = z.infer<typeof IssuedConfirmation>
