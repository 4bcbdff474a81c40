/** One audit row as its hash was taken over it. `at` has microseconds, `refs` is PostgreSQL's own text of the jsonb. */
export interface StoredEntry {
  readonly chain: string
  readonly seq: number
  readonly at: string
  readonly action: string
  readonly personId: string | null
  readonly institutionId: string | null
  readonly purpose: string | null
  readonly refs: string
  readonly hash: Buffer
}

const field = (value: string | null): string => (value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`)

/** The bytes that `audit_append` hashes after the previous hash; an offline verifier needs nothing else. */
export const entryBytes = (entry: Omit<StoredEntry, 'hash'>): Buffer =>
  Buffer.from(
    [entry.chain, String(entry.seq), entry.at, entry.action, entry.personId, entry.institutionId, entry.purpose, entry.refs]
      .map(field)
      .join(''),
    'utf8',
  )
