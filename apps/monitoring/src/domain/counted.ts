import { caseOpened, clockBroken, clockEnded, conferenceClosed, referralSent } from '@mreza/contracts-conferences'
import type { EventContract, NetworkId } from '@mreza/contracts-kernel'
import type * as z from 'zod'
import type { FigureId } from './figures.ts'

interface Placed {
  readonly at: string
  readonly networkId: NetworkId
}

/** An event that a figure counts, and which of them. */
export interface Counted<E extends EventContract<string, z.ZodType<Placed>> = EventContract<string, z.ZodType<Placed>>> {
  readonly event: E
  readonly figure: FigureId
  readonly counts: (data: z.output<E['data']>) => boolean
}

const counted = <E extends EventContract<string, z.ZodType<Placed>>>(
  event: E,
  figure: FigureId,
  counts: (data: z.output<E['data']>) => boolean = () => true,
): Counted<E> => ({ event, figure, counts })

/** What is counted. A clock is broken when it breaks, so that it does not count again when it ends late. */
export const everythingCounted = [
  counted(referralSent, 'referrals-sent'),
  counted(caseOpened, 'cases-opened'),
  counted(conferenceClosed, 'conferences-held'),
  counted(clockEnded, 'clocks-met', (ended) => ended.met),
  counted(clockBroken, 'clocks-broken'),
]
