import { createHash } from 'node:crypto'
import type { Agreement } from './agreement.ts'

/** JSON with the keys of every object in order and no spaces: the same value always gives the same text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** SHA-256 (hex) over what the parties sign: which agreement, in which network, between whom, and the whole text in its languages (AG3). */
export const textHashOf = (agreement: Pick<Agreement, 'id' | 'networkId' | 'content' | 'parties'>): string => {
  const partyIds = agreement.parties.map((party) => party.institutionId).sort()
  const signed = { id: agreement.id, networkId: agreement.networkId, partyIds, content: agreement.content }
  return createHash('sha256').update(canonicalJson(signed)).digest('hex')
}
