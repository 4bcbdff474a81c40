import type { SignerInfo } from 'pkijs'
import type { Refusal, VerifiedSignature } from '../verdict.ts'
import { adobeEvidence } from './adobe-evidence.ts'
import { attributeTypes, oneValueOf } from './attributes.ts'
import type { Container } from './container.ts'
import { type Judging, judge, type Times } from './judge.ts'
import { type Content, checkSigner } from './signer.ts'
import { checkTimestamp, type Witness } from './timestamp.ts'

/** How a container is to be read. */
export interface Reading {
  readonly form: VerifiedSignature['form']
  /** What it is called when the content is another than what was signed. */
  readonly otherContent: Refusal
  /** What the file around it claims as the time. */
  readonly claimed: Date | null
  /** What witnesses the file as a whole, later. */
  readonly witnesses: readonly Witness[]
}

/** Checks one signer of a container over a content, with its timestamp, and judges it. */
export function checkSignature(
  signer: SignerInfo,
  container: Container,
  content: Content,
  reading: Reading,
  judging: Judging,
): VerifiedSignature | Refusal {
  if (container.contentType !== '1.2.840.113549.1.7.1') return 'broken-signature'
  const whole = checkSigner(signer, container, content, reading.form !== 'PDF')
  if (whole === 'other-content') return reading.otherContent
  if (typeof whole === 'string') return whole
  const all: Judging = {
    ...judging,
    pool: [...container.certificates, ...judging.pool],
    evidence: withEvidence(judging, container, adobeEvidence(signer)),
  }
  const own = ownWitness(signer, whole.value, reading.form, all)
  if (own === 'broken') return 'broken-signature'
  const times: Times = {
    witnessed: earliest([...(own === null ? [] : [own]), ...reading.witnesses]),
    claimed: whole.attributes.signingTime ?? reading.claimed,
  }
  return judge(whole, reading.form, times, all)
}

const withEvidence = (judging: Judging, container: Container, more: Judging['evidence']): Judging['evidence'] => ({
  crls: [...judging.evidence.crls, ...container.crls, ...more.crls],
  ocsps: [...judging.evidence.ocsps, ...more.ocsps],
})

/** The timestamp beside the signature. In a PDF nothing else may stand there: nobody vouches for it, and PAdES knows no other. */
function ownWitness(signer: SignerInfo, value: Uint8Array, form: Reading['form'], judging: Judging): Witness | null {
  const beside = signer.unsignedAttrs
  if (form !== 'CAdES' && beside?.attributes.some(({ type }) => type !== attributeTypes.timestamp)) return 'broken'
  try {
    const token = oneValueOf(beside, attributeTypes.timestamp)
    if (token === null) return null
    return checkTimestamp(token.valueBeforeDecodeView, [value], judging)
  } catch {
    return 'broken'
  }
}

const earliest = (witnesses: readonly Witness[]): Times['witnessed'] =>
  witnesses.filter((witness) => typeof witness === 'object').sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null
