import { Presence } from '@mreza/contracts-plans'
import * as z from 'zod'

/** Who somebody is in a room, as the server says it; what the editor's own caret puts beside it is left out. */
export const PresentUser = z.object(Presence.shape.user.shape)
export type PresentUser = z.infer<typeof PresentUser>
