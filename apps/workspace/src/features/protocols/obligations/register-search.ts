import type { ObligationState, ObligationSummary } from '@mreza/contracts-agreements'

// Said here and not read from the contract: this file is loaded with the addresses of all rooms, and the contract's schemas are large.
const words: Readonly<Record<ObligationState, true>> = {
  broken: true,
  late: true,
  disputed: true,
  due: true,
  'not-due': true,
  kept: true,
  waived: true,
}
const isState = (value: unknown): value is ObligationState => typeof value === 'string' && Object.hasOwn(words, value)

/** Every state, what hurts first. */
export const obligationStates = Object.keys(words).filter(isState)

/** What narrows the register, as its address says it: a state, an agreement, the institution that owes. */
export interface RegisterSearch {
  readonly state?: ObligationState
  readonly agreement?: string
  readonly institution?: string
}

/** Reads it from an address; what is not understood is left out. */
export const registerSearch = ({ state, agreement, institution }: Record<string, unknown>): RegisterSearch => ({
  ...(isState(state) ? { state } : {}),
  ...(typeof agreement === 'string' ? { agreement } : {}),
  ...(typeof institution === 'string' ? { institution } : {}),
})

const open: readonly ObligationState[] = ['broken', 'late', 'disputed', 'due']

/** What hurts or soon will, in the order in which it came. */
export const whatIsOpen = <One extends { term: Pick<ObligationSummary['term'], 'state'>; endedAt: string | null }>(
  obligations: readonly One[],
): readonly One[] => obligations.filter(({ term, endedAt }) => endedAt === null && open.includes(term.state))
