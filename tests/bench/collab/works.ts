import type { Work } from './work.ts'
import { history } from './works/history.ts'
import { typing } from './works/typing.ts'

/** The works of the bench by their name, in the order of the tables. */
export const works: Readonly<Record<string, Work>> = {
  '1x50': typing({ documents: 1, editors: 50, perSecond: 2 }),
  '50x4': typing({ documents: 50, editors: 4, perSecond: 1 }),
  '200x2': typing({ documents: 200, editors: 2, perSecond: 1 }),
  history: history(260_000),
}
