import { InstitutionId, PersonId, Sector } from '@mreza/contracts-kernel'
import * as z from 'zod'
import { RoomRight } from './room.ts'

/**
 * What others see of a connection in awareness. All but the cursor is written by the server (PL6); names are looked up
 * in the directory by the page.
 */
export const Presence = z.strictObject({
  user: z.strictObject({ personId: PersonId, institutionId: InstitutionId, sector: Sector, right: RoomRight }),
  cursor: z.unknown().optional(),
})
export type Presence = z.infer<typeof Presence>
