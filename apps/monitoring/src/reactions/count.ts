import { type Reaction, reaction } from '@mreza/bus'
import type { Trx } from '@mreza/db'
import { type Counted, everythingCounted } from '../domain/counted.ts'
import { yearOf } from '../domain/figures.ts'
import { countOne } from '../store/counts.ts'
import { hearOf } from '../store/networks.ts'
import type { Tables } from '../store/tables.ts'

const countReaction = ({ event, figure, counts }: Counted): Reaction =>
  reaction(event, async (trx: Trx<Tables>, { at, data }) => {
    await hearOf(trx, data.networkId, at)
    if (counts(data)) await countOne(trx, data.networkId, yearOf(new Date(data.at)), figure)
  })

/** One reaction for each event that a figure counts; of the event only its network and its year stay (MO1). */
export const countReactions: readonly Reaction[] = everythingCounted.map((counted) => countReaction(counted as unknown as Counted))
