import * as Y from 'yjs'

/** Why an update is not taken. Stable: the page has a sentence for each. */
export type UpdateRefusal =
  | 'malformed'
  | 'foreign-writer'
  | 'gap'
  | 'read-only'
  | 'pending'
  | 'unknown-root'
  | 'wrong-shape'
  | 'too-deep'
  | 'too-costly'
  | 'room-full'
  | 'overtaken'

/** What the gate says of an update: how far it brings its writer, or why not. */
export type GateAnswer = { readonly end: number | null } | { readonly refusal: UpdateRefusal }

/** Says nothing: what a client sends that has nothing of its own when it is asked for it. */
export const isEmptyUpdate = (update: Uint8Array): boolean => update.byteLength === 2 && update[0] === 0 && update[1] === 0

/**
 * The gate before the trial (rule D14): reads only what an update says of itself. New content may come from the connection's
 * own writer number alone and must join without a gap to what is known of it; of others only what is known may be repeated.
 * @param clockOf the next clock of a writer, 0 when unknown
 */
export const gateUpdate = (update: Uint8Array, own: number, clockOf: (clientId: number) => number): GateAnswer => {
  try {
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [clientId, end] of to) if (clientId !== own && end > clockOf(clientId)) return { refusal: 'foreign-writer' }
    const start = from.get(own)
    if (start !== undefined && start > clockOf(own)) return { refusal: 'gap' }
    return { end: to.get(own) ?? null }
  } catch {
    return { refusal: 'malformed' }
  }
}
