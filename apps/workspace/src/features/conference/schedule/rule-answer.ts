import type { conferenceOperations } from '@mreza/contracts-conferences'
import type * as z from 'zod'

/** What the agreement of the case says about its conference (CF18). */
export type RuleAnswer = z.output<(typeof conferenceOperations.readConferenceRule)['output']>
