import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { entryBytes, type StoredEntry } from './entry-bytes.ts'
import { isSigned, type SignedHead } from './sign-heads.ts'

/** What was found. `why` is one of: `edited`, `gap`, `cut`, `no-head`, `bad-signature`, `rewritten`, `unsigned`. */
export interface ChainReport {
  readonly chains: number
  readonly entries: number
  readonly broken: readonly { readonly chain: string; readonly seq: number; readonly why: string }[]
}

export interface VerifyOptions {
  /** With it the stored signatures are checked too. */
  readonly auditKey?: Uint8Array
  /** Heads that partners kept; they find even a rewrite of everything. Needs `auditKey`. */
  readonly witnessed?: readonly SignedHead[]
  /** A chain whose last entry is older than this must have been signed. */
  readonly signedUntil?: Date
}

type Broken = ChainReport['broken'][number]
/** What was read of one chain so far. */
interface Chain {
  seq: number
  hash: string
  at: string
  readonly hashes: Map<number, string>
}

const pageSize = 2_000

async function* entriesOf<T>(db: Kysely<T>, schema: string): AsyncGenerator<StoredEntry> {
  let after = { chain: '', seq: 0 }
  for (;;) {
    const { rows } = await sql<StoredEntry>`
      select chain, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, action, person_id as "personId",
        institution_id as "institutionId", purpose, refs::text as refs, hash
      from ${sql.id(schema, 'audit_entry')} where (chain, seq) > (${after.chain}, ${after.seq}::bigint) order by chain, seq limit ${pageSize}`.execute(
      db,
    )
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = { chain: last.chain, seq: last.seq }
  }
}

/** One step along a chain. After a break it goes on from what is stored, so that each break is told once. */
const follow = (chain: Chain, entry: StoredEntry): string | undefined => {
  const expected = createHash('sha256').update(Buffer.from(chain.hash, 'hex')).update(entryBytes(entry)).digest('hex')
  const stored = entry.hash.toString('hex')
  const why = entry.seq !== chain.seq + 1 ? 'gap' : expected !== stored ? 'edited' : undefined
  chain.seq = entry.seq
  chain.hash = stored
  chain.at = entry.at
  chain.hashes.set(entry.seq, stored)
  return why
}

const checkHeads = async <T>(db: Kysely<T>, schema: string, chains: ReadonlyMap<string, Chain>): Promise<Broken[]> => {
  const { rows } = await sql<{
    chain: string
    seq: number
    hash: Buffer
  }>`select chain, seq, hash from ${sql.id(schema, 'audit_head')} where seq > 0`.execute(db)
  const heads = new Map(rows.map((head) => [head.chain, head]))
  const cut = rows.filter((head) => chains.get(head.chain)?.seq !== head.seq || chains.get(head.chain)?.hash !== head.hash.toString('hex'))
  const headless = [...chains].filter(([chain]) => !heads.has(chain))
  return [
    ...cut.map(({ chain, seq }) => ({ chain, seq, why: 'cut' })),
    ...headless.map(([chain, { seq }]) => ({ chain, seq, why: 'no-head' })),
  ]
}

const storedHeads = async <T>(db: Kysely<T>, schema: string): Promise<SignedHead[]> => {
  const { rows } = await sql<SignedHead>`
    select chain, seq, encode(hash, 'hex') as hash, at, encode(mac, 'hex') as mac from ${sql.id(schema, 'audit_signed_head')}`.execute(db)
  return rows
}

const checkSigned = (schema: string, key: Uint8Array, signed: readonly SignedHead[], chains: ReadonlyMap<string, Chain>): Broken[] =>
  signed.flatMap((head) => {
    const { chain, seq } = head
    if (!isSigned(key, schema, head)) return [{ chain, seq, why: 'bad-signature' }]
    return chains.get(chain)?.hashes.get(seq) === head.hash ? [] : [{ chain, seq, why: 'rewritten' }]
  })

const checkUnsigned = (until: Date, signed: readonly SignedHead[], chains: ReadonlyMap<string, Chain>): Broken[] => {
  const heads = new Set(signed.map(({ chain, seq }) => `${seq} ${chain}`))
  return [...chains]
    .filter(([chain, { seq, at }]) => new Date(at) < until && !heads.has(`${seq} ${chain}`))
    .map(([chain, { seq }]) => ({ chain, seq, why: 'unsigned' }))
}

const checkSignatures = async <T>(
  db: Kysely<T>,
  schema: string,
  options: VerifyOptions,
  chains: ReadonlyMap<string, Chain>,
): Promise<Broken[]> => {
  if (options.auditKey === undefined) return []
  const stored = await storedHeads(db, schema)
  const unsigned = options.signedUntil === undefined ? [] : checkUnsigned(options.signedUntil, stored, chains)
  return [...checkSigned(schema, options.auditKey, [...stored, ...(options.witnessed ?? [])], chains), ...unsigned]
}

/**
 * Reads a schema's audit log from its beginning and tells every break: an edited, missing, inserted or moved entry, a cut
 * tail and, with the audit key, a rewrite that also mended hashes and heads. Needs a role that sees all rows (worker or owner).
 */
export const verifyChains = async <T>(db: Kysely<T>, schema: string, options: VerifyOptions = {}): Promise<ChainReport> => {
  const chains = new Map<string, Chain>()
  const broken: Broken[] = []
  let entries = 0
  for await (const entry of entriesOf(db, schema)) {
    const chain = chains.get(entry.chain) ?? { seq: 0, hash: '', at: '', hashes: new Map<number, string>() }
    const why = follow(chain, entry)
    if (why !== undefined) broken.push({ chain: entry.chain, seq: entry.seq, why })
    chains.set(entry.chain, chain)
    entries += 1
  }
  return {
    chains: chains.size,
    entries,
    broken: [...broken, ...(await checkHeads(db, schema, chains)), ...(await checkSignatures(db, schema, options, chains))],
  }
}
