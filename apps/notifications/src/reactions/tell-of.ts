import { type Reaction, reaction } from '@mreza/bus'
import type { EventContract } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { everythingTold } from '../domain/told/index.ts'
import type { Telling } from '../domain/told/telling.ts'
import type { Tables } from '../store/tables.ts'
import { announce } from './announce.ts'

const tellOf = <E extends EventContract>({ event, tell }: Telling<E>): Reaction =>
  reaction(event, (trx: Trx<Tables>, { id, at, data }) => announce(trx, { eventId: id, at: new Date(at).toISOString(), ...tell(data) }))

/** One reaction for each event that reaches an inbox. */
export const tellings: readonly Reaction[] = everythingTold.map((telling) => tellOf(telling as unknown as Telling))
