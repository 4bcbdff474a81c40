import type { Bus } from '@mreza/bus'
import type { Db } from '@mreza/db'
import type { Tables } from '../store/tables.ts'

/** What the operations work with. */
export interface Parts {
  readonly db: Db<Tables>
  readonly bus: Pick<Bus, 'status'>
}
