import type { IncomingHttpHeaders } from 'node:http'
import { type Refused, refuser } from '@mreza/contracts-kernel'

const refuse = refuser({})

const sameSite = new Set([undefined, 'same-origin', 'none'])

/**
 * Whether a call may have come from our own pages (against cross-site requests). Reads must not come from another site;
 * changes must also be JSON, carry `x-mreza: 1` (which no form and no foreign script can send), and name one of our origins if they name any.
 * Gives the refusal, or nothing.
 */
export const guardCall = (method: string, headers: IncomingHttpHeaders, origins: ReadonlySet<string>): Refused | undefined => {
  const site = headers['sec-fetch-site']
  if (!sameSite.has(typeof site === 'string' ? site : undefined)) return refuse('not-allowed')
  if (method === 'GET') return undefined
  if (method !== 'POST' || site === 'none') return refuse('not-allowed')
  if (headers['x-mreza'] !== '1') return refuse('not-allowed')
  if (headers.origin !== undefined && !origins.has(headers.origin)) return refuse('not-allowed')
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return type === 'application/json' || type === undefined ? undefined : refuse('not-allowed')
}

/** Whether an upgrade to a live socket came from our own pages: browsers always name the origin, and nobody else comes here. */
export const guardUpgrade = (headers: IncomingHttpHeaders, origins: ReadonlySet<string>): boolean =>
  headers.origin !== undefined && origins.has(headers.origin) && headers['sec-fetch-site'] !== 'cross-site'
