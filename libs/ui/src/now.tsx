import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'

/** Something that tells the time and says when the minute has changed. */
export interface Ticker {
  readonly now: () => Date
  readonly subscribe: (changed: () => void) => () => void
}

const untilNextMinute = (at: number) => 60_000 - (at % 60_000)

/** A ticker on the wall clock, shifted by what the server's clock differs; one timer however many look at it. */
export const makeTicker = (offset: () => number = () => 0): Ticker => {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => Date.now() + offset()
  let current = new Date(read())
  const tick = () => {
    current = new Date(read())
    for (const listener of listeners) listener()
    timer = setTimeout(tick, untilNextMinute(read()))
  }
  const start = () => {
    current = new Date(read())
    timer = setTimeout(tick, untilNextMinute(read()))
  }
  return {
    now: () => current,
    subscribe: (changed) => {
      if (listeners.size === 0) start()
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}

/** A ticker that stands still, for pictures and tests. */
export const stillAt = (moment: Date): Ticker => ({ now: () => moment, subscribe: () => () => undefined })

const TickerContext = createContext<Ticker>(makeTicker())

/** Sets the time that every clock inside shows. */
export const TickerProvider = ({ ticker, children }: { ticker: Ticker; children: ReactNode }) => (
  <TickerContext value={ticker}>{children}</TickerContext>
)

/** The time, renewed at each full minute. */
export const useNow = (): Date => {
  const ticker = use(TickerContext)
  return useSyncExternalStore(ticker.subscribe, ticker.now, ticker.now)
}
