import type { NetworkId } from '@mreza/contracts-kernel'

/** Those who belong to no network: national bodies and the administration of the installation. */
export const noNetwork = 'none'

/** Which network the administrator looks at, as the address says it. */
export interface NetworkSearch {
  readonly network?: NetworkId | typeof noNetwork | undefined
}

const isId = (value: unknown): value is NetworkId => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

/** Reads it from an address; what is no network is left out. Part of the first load, so without the contract's schemas. */
export const networkSearch = ({ network }: Record<string, unknown>): NetworkSearch =>
  network === noNetwork || isId(network) ? { network } : {}
