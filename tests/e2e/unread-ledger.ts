import { expect } from '@playwright/test'
import { rail } from './pages/rail.ts'
import type { Person } from './person.ts'

/** Who must have been told of how much so far; everybody else of nothing. */
export interface UnreadLedger {
  /** Notes that each of these is told of one thing more. */
  told(...people: readonly Person[]): void
  /** Looks at every rail, without a reload: each says what the ledger says, no more and no less. */
  agrees(): Promise<void>
}

/** Keeps the count for people who never open their inbox, so that what comes stays unread. */
export function unreadLedger(everybody: readonly Person[]): UnreadLedger {
  const counts = new Map<Person, number>(everybody.map((person) => [person, 0]))
  return {
    told: (...people) => {
      for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1)
    },
    agrees: async () => {
      for (const [person, count] of counts)
        await expect(rail(person.page).inboxWith(count), `${person.name} has ${count} unread`).toBeVisible()
    },
  }
}
