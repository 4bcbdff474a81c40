import { createHmac } from 'node:crypto'

/**
 * HMAC-SHA256 of an already normalised value (see `foldName`), by which equal values are found without being stored.
 * `kind` keeps the index of one field apart from that of another, so that equal values in two columns do not show as equal.
 */
export const blindIndex = (key: Uint8Array, normalisedValue: string, kind = ''): Buffer =>
  createHmac('sha256', key)
    .update(`${Buffer.byteLength(kind)}:${kind}:`)
    .update(normalisedValue, 'utf8')
    .digest()
