import { Audience, type EventContract, type PersonId } from '@mreza/contracts-kernel'
import type { NotificationKind, NotificationRefs } from '@mreza/contracts-notifications'
import type * as z from 'zod'

/** What most events say besides their own ids. */
interface Addressed {
  readonly audience: Audience
  readonly actorId: PersonId | null
}

/** What an event becomes in an inbox, before it is known whose. */
export interface Told {
  readonly kind: NotificationKind
  readonly refs: NotificationRefs
  readonly audience: Audience
  readonly actorId: PersonId | null
}

/** An event that is told, and how. */
export interface Telling<E extends EventContract = EventContract> {
  readonly event: E
  readonly tell: (data: z.output<E['data']>) => Told
}

/**
 * Whom an event concerns: its own audience, or, of an event about one institution that names none, those who work on cases there.
 */
export const audienceOf = (data: { audience?: Audience; institutionId?: Audience['institutionIds'][number] }): Audience =>
  data.audience ?? Audience.parse({ institutionIds: data.institutionId === undefined ? [] : [data.institutionId] })

/** An event that says its audience and who acted, told as `kind` with the ids that `refsOf` picks (NO3). */
export const telling = <E extends EventContract<string, z.ZodType<Addressed>>>(
  event: E,
  kind: NotificationKind,
  refsOf: (data: z.output<E['data']>) => NotificationRefs,
): Telling<E> => ({
  event,
  tell: (data) => ({ kind, refs: refsOf(data), audience: audienceOf(data), actorId: data.actorId }),
})
