import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/** The head of one chain at one moment, signed with the audit key. Whoever keeps a copy can later prove a rewrite. */
export interface SignedHead {
  readonly chain: string
  readonly seq: number
  /** Hex. */
  readonly hash: string
  readonly at: string
  /** Hex, HMAC-SHA256 with the audit key. */
  readonly mac: string
}

const macOf = (auditKey: Uint8Array, schema: string, head: Omit<SignedHead, 'mac'>): Buffer =>
  createHmac('sha256', auditKey)
    .update(JSON.stringify(['head', schema, head.chain, head.seq, head.hash, head.at]))
    .digest()

/** Whether this head was signed with this key for this schema. */
export const isSigned = (auditKey: Uint8Array, schema: string, head: SignedHead): boolean => {
  const given = Buffer.from(head.mac, 'hex')
  const expected = macOf(auditKey, schema, head)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/**
 * Signs the heads that moved since they were last signed, stores and returns them, so that they can be given to two
 * partner institutions (rule D8). Run it about every minute on the worker pool; two at once are harmless.
 */
export const signHeads = async <T>(db: Kysely<T>, schema: string, auditKey: Uint8Array, now: Date): Promise<SignedHead[]> => {
  const moved = await sql<{ chain: string; seq: number; hash: Buffer }>`
    select h.chain, h.seq, h.hash from ${sql.id(schema, 'audit_head')} h
    where h.seq > 0 and not exists (select 1 from ${sql.id(schema, 'audit_signed_head')} s where s.chain = h.chain and s.seq = h.seq)`.execute(
    db,
  )
  const signed = moved.rows.map(({ chain, seq, hash }): SignedHead => {
    const head = { chain, seq, hash: hash.toString('hex'), at: now.toISOString() }
    return { ...head, mac: macOf(auditKey, schema, head).toString('hex') }
  })
  for (const head of signed)
    await sql`
      insert into ${sql.id(schema, 'audit_signed_head')} (chain, seq, hash, at, mac)
      values (${head.chain}, ${head.seq}, ${Buffer.from(head.hash, 'hex')}, ${head.at}, ${Buffer.from(head.mac, 'hex')}) on conflict do nothing`.execute(
      db,
    )
  return signed
}
