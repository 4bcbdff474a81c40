import { CivilDate, Line } from '@mreza/contracts-kernel'
import * as z from 'zod'

/** A decision on paper, as whoever relies on it names it: its number, its day and the body that made it. */
export const DecisionOfBody = z.strictObject({ number: Line, date: CivilDate, issuedBy: Line })
export type DecisionOfBody = z.infer<typeof DecisionOfBody>
