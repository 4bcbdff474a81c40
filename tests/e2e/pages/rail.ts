import type { Page } from '@playwright/test'

/** The rooms at the edge of every page, with what is to be done in each. */
export const rail = (page: Page) => {
  const nav = page.getByRole('navigation', { name: 'Rooms' })
  return {
    room: (name: string) => nav.getByRole('link', { name }),
    open: (name: string) => nav.getByRole('link', { name }).click(),
    /** The inbox with exactly so many unread; nothing beside its name when there are none. */
    inboxWith: (unread: number) =>
      nav.getByRole('link', {
        name: unread === 0 ? /^Inbox$/ : new RegExp(`^Inbox\\s*,\\s*${unread} things? to do$`),
      }),
  }
}
