import { type PersonId, refuser } from '@mreza/contracts-kernel'

const refuse = refuser({})

/** How many streams a person may have open in one process: more windows than anybody works in (rule D18). */
export const mostStreams = 20

/** The open streams of this process, by whose inbox they watch. */
export interface InboxBells {
  /** Hangs up a bell for one stream; the answer takes it down. Refuses `too-many-requests` beyond {@link mostStreams}. */
  hang(personId: PersonId, ring: () => void): () => void
  /** Rings for one person, or for everybody when it is not known whose inbox changed. */
  ring(personId: string): void
  /** Ends all streams: the service stops. */
  close(): void
  /** Aborted once the streams are to end. */
  readonly closed: AbortSignal
}

/** Makes the bells. They only say "look again", so a ring too many does no harm. */
export const makeInboxBells = (): InboxBells => {
  const closing = new AbortController()
  const bells = new Map<string, Set<() => void>>()
  const hang = (personId: PersonId, ring: () => void) => {
    const own = bells.get(personId) ?? new Set()
    if (own.size >= mostStreams) throw refuse('too-many-requests')
    bells.set(personId, own.add(ring))
    return () => {
      own.delete(ring)
      if (own.size === 0 && bells.get(personId) === own) bells.delete(personId)
    }
  }
  const ring = (personId: string) => {
    const concerned = personId === '' ? [...bells.values()] : [bells.get(personId) ?? []]
    for (const own of concerned) for (const bell of own) bell()
  }
  return { hang, ring, close: () => closing.abort(), closed: closing.signal }
}
