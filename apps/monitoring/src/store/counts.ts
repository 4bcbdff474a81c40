import type { NetworkId } from '@mreza/contracts-kernel'
import type { Trx } from '@mreza/db'
import { sql } from 'kysely'
import type { FigureId } from '../domain/figures.ts'
import type { Tables } from './tables.ts'

/** Counts one more. The event behind it is known by the inbox of events, which sees to it that it counts once (MO3). */
export const countOne = async (trx: Trx<Tables>, networkId: NetworkId, year: number, figure: FigureId): Promise<void> => {
  await trx
    .insertInto('tracked_count')
    .values({ network_id: networkId, year, figure, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['network_id', 'year', 'figure']).doUpdateSet({ value: sql<number>`tracked_count.value + 1` }),
    )
    .execute()
}

/** The counts of a network in a year. */
export const countsOf = async (trx: Trx<Tables>, networkId: NetworkId, year: number): Promise<Map<FigureId, number>> => {
  const rows = await trx
    .selectFrom('tracked_count')
    .select(['figure', 'value'])
    .where('network_id', '=', networkId)
    .where('year', '=', year)
    .execute()
  return new Map(rows.map((row) => [row.figure, row.value]))
}
