import { isStrong } from './algorithms.ts'
import { type Certificate, isIssuedBy } from './certificate.ts'
import { isTakenAt, type ReadAnchor } from './trust.ts'

/** From the signer to the last before the anchor, and the anchor. An anchor that signs itself is a chain of one. */
export interface Chain {
  readonly certificates: readonly Certificate[]
  readonly anchor: ReadAnchor
}

export type ChainFault = 'untrusted' | 'weak-algorithm' | 'not-yet-valid' | 'expired'

const longest = 6
/** Each certificate that is tried costs a signature check; whoever sends more does not mean well. */
const mostTried = 200

/**
 * The chain from a certificate to an anchor that holds at each of the times, or what is wrong with the best one.
 * @param pool whatever certificates came along; nobody vouches for them
 */
export function chainOf(
  leaf: Certificate,
  pool: readonly Certificate[],
  anchors: readonly ReadAnchor[],
  times: readonly Date[],
): Chain | ChainFault {
  let best: ChainFault = 'untrusted'
  for (const chain of chainsOf(leaf, pool, anchors)) {
    const fault = faultOf(chain, times)
    if (fault === null) return chain
    if (best === 'untrusted') best = fault
  }
  return best
}

function* chainsOf(leaf: Certificate, pool: readonly Certificate[], anchors: readonly ReadAnchor[]): Generator<Chain> {
  let tried = 0
  const itself = anchors.find(({ certificate }) => certificate.der.equals(leaf.der))
  if (itself !== undefined) yield { certificates: [leaf], anchor: itself }
  const open: (readonly Certificate[])[] = [[leaf]]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const last = path.at(-1) ?? leaf
    const issues = (issuer: Certificate): boolean => {
      if (!last.issuer.equals(issuer.subject)) return false
      tried += 1
      return tried <= mostTried && isIssuedBy(last, issuer) && mayIssue(issuer, (path?.length ?? 1) - 1)
    }
    for (const anchor of anchors) if (issues(anchor.certificate)) yield { certificates: path, anchor }
    if (path.length >= longest) continue
    const inPath = path
    for (const issuer of pool) if (!inPath.some(({ der }) => der.equals(issuer.der)) && issues(issuer)) open.push([...path, issuer])
  }
}

/** Whether an authority may issue certificates, with so many authorities below it. */
const mayIssue = ({ isAuthority, usage, pathLength, unknownCritical }: Certificate, below: number): boolean =>
  isAuthority && (usage === null || usage.has('keyCertSign')) && (pathLength === null || below <= pathLength) && !unknownCritical

/** What keeps a chain from being taken; where a key or algorithm is weak, time does not matter. */
function faultOf({ certificates, anchor }: Chain, times: readonly Date[]): ChainFault | null {
  const all = [...certificates, anchor.certificate]
  const signedByOthers = certificates.filter(({ der }) => !der.equals(anchor.certificate.der))
  if (all.some(({ key }) => !isStrong(key)) || signedByOthers.some(({ strong }) => !strong)) return 'weak-algorithm'
  if (certificates.some(({ unknownCritical }) => unknownCritical)) return 'untrusted'
  if (times.some((time) => all.some(({ from }) => time < from))) return 'not-yet-valid'
  if (times.some((time) => all.some(({ until }) => time > until))) return 'expired'
  return times.every((time) => isTakenAt(anchor, time)) ? null : 'untrusted'
}
