import { createHash } from 'node:crypto'
import { TSTInfo } from 'pkijs'
import { digestOf } from '../trust/algorithms.ts'
import type { Certificate } from '../trust/certificate.ts'
import { chainOf } from '../trust/chain.ts'
import type { Evidence } from '../trust/evidence.ts'
import { nameOfHolder } from '../trust/facts.ts'
import { standingOf } from '../trust/revocation.ts'
import { anchorsFor, type TrustList } from '../trust/trust.ts'
import { readContainer } from './container.ts'
import { type Content, checkSigner } from './signer.ts'

const tstInfo = '1.2.840.113549.1.9.16.1.4'
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** What a timestamp proves: a time and who says so; nothing, because we do not trust the authority; or it is not whole. */
export type Witness = { readonly at: Date; readonly by: string } | 'untrusted' | 'broken'

/** Checks a timestamp (RFC 3161) over a content. */
export function checkTimestamp(
  token: Uint8Array,
  content: Content,
  { trust, pool, evidence }: { trust: TrustList; pool: readonly Certificate[]; evidence: Evidence },
): Witness {
  const container = readContainer(token)
  const [signer, ...more] = container?.signers ?? []
  if (container === null || signer === undefined || more.length > 0 || container.content === null) return 'broken'
  if (container.contentType !== tstInfo) return 'broken'
  const whole = checkSigner(signer, container, [container.content], false)
  const at = timeOver(container.content, content)
  if (typeof whole === 'string' || at === null) return 'broken'
  const { purposes } = whole.certificate
  if (purposes === null || !purposes.critical || purposes.all.length !== 1 || purposes.all[0] !== timeStamping) return 'broken'
  const all = [...container.certificates, ...pool]
  const chain = chainOf(whole.certificate, all, anchorsFor(trust, 'timestamps', all), [at])
  if (typeof chain === 'string') return 'untrusted'
  const issuer = chain.certificates[1] ?? chain.anchor.certificate
  if (standingOf(whole.certificate, issuer, evidence, { time: at, witnessed: false }).status === 'revoked') return 'untrusted'
  return { at, by: nameOfHolder(whole.certificate.parsed.subject).commonName ?? chain.anchor.name }
}

/** The time that the token gives for exactly this content. */
function timeOver(token: Uint8Array, content: Content): Date | null {
  try {
    const { messageImprint, genTime } = TSTInfo.fromBER(new Uint8Array(token))
    const digest = digestOf(messageImprint.hashAlgorithm)
    if (digest === null) return null
    const hash = createHash(digest)
    for (const part of content) hash.update(part)
    return hash.digest().equals(messageImprint.hashedMessage.valueBlock.valueHexView) ? genTime : null
  } catch {
    return null
  }
}
