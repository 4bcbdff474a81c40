import type { Door } from './service.ts'

/** A door that can be emptied. */
export interface Drainable {
  readonly door: Door
  /** Lets nobody in any more and resolves when everybody inside has left, at the latest after `limitMs`. */
  drain(limitMs: number): Promise<void>
}

const away = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } })

/** Counts who is inside a door, so that a stop can wait for them. */
export const drainable = (door: Door): Drainable => {
  let inside = 0
  let closed = false
  let emptied = () => {}
  const leave = () => {
    inside -= 1
    if (closed && inside === 0) emptied()
  }
  return {
    door: async (request) => {
      if (closed) return away()
      inside += 1
      try {
        return await door(request)
      } finally {
        leave()
      }
    },
    drain: (limitMs) => {
      closed = true
      return new Promise((resolve) => {
        emptied = resolve
        if (inside === 0) resolve()
        else setTimeout(resolve, limitMs).unref()
      })
    },
  }
}
