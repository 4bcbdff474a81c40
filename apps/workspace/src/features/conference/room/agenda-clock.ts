/** Where a conference is in its agenda, on this screen only: the item, and since when its time runs. */
export interface AgendaPlace {
  /** Counted from 0. */
  readonly item: number
  /** Milliseconds since 1970; `null` while the time has not been started. */
  readonly since: number | null
}

/** Before the first item. */
export const atStart: AgendaPlace = { item: 0, since: null }

/** Goes to another item, whose time starts at once; it stays within the agenda. */
export const goTo = (item: number, items: number, now: number): AgendaPlace => ({
  item: Math.min(Math.max(item, 0), Math.max(items - 1, 0)),
  since: now,
})

const two = (value: number) => String(value).padStart(2, '0')

/** What is left of an item, or how far it is over, as *6:20*; minutes may be more than an hour. */
export const timeOf = ({ since }: AgendaPlace, minutes: number, now: number): { readonly over: boolean; readonly text: string } => {
  const spent = since === null ? 0 : Math.floor((now - since) / 1_000)
  const left = minutes * 60 - Math.max(0, spent)
  const length = Math.abs(left)
  return { over: left < 0, text: `${Math.floor(length / 60)}:${two(length % 60)}` }
}
