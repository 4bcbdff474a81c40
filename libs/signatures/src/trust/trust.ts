import { type Certificate, readCertificate } from './certificate.ts'

/** An issuer whose word is taken. */
export interface TrustAnchor {
  /** The certificate in DER. */
  readonly der: Uint8Array
  readonly name: string
  /** Where it is on the list of trusted issuers, such as `RS` or `EU`. */
  readonly territory: string
  /** It issues qualified certificates. */
  readonly qualified: boolean
  readonly for: 'signatures' | 'timestamps' | 'both'
  /** From when, and until when, its word is taken; ISO 8601. */
  readonly from: string | null
  readonly until: string | null
}

/** A list of issuers, with what is known about withdrawn certificates. Plain data, so that it can go to a thread. */
export interface TrustList {
  readonly name: string
  readonly anchors: readonly TrustAnchor[]
  /** Lists of withdrawn certificates (CRL) in DER. */
  readonly crls: readonly Uint8Array[]
}

/** An anchor with its certificate read. */
export interface ReadAnchor extends TrustAnchor {
  readonly certificate: Certificate
}

/**
 * The anchors for a use that could stand above some of these certificates, or be one of them: a list may have thousands, and only few
 * are read. What cannot be read is nobody's anchor; the loader has said so before.
 */
export const anchorsFor = (list: TrustList, use: 'signatures' | 'timestamps', below: readonly Certificate[]): ReadAnchor[] =>
  list.anchors
    .filter((anchor) => anchor.for === use || anchor.for === 'both')
    .filter(({ der }) =>
      below.some((one) => one.der.equals(der) || Buffer.from(der.buffer, der.byteOffset, der.length).includes(one.issuer)),
    )
    .flatMap((anchor) => {
      const certificate = readCertificate(anchor.der)
      return certificate === null ? [] : [{ ...anchor, certificate }]
    })

/** Whether the anchor's word is taken at a time. */
export const isTakenAt = (anchor: TrustAnchor, time: Date): boolean =>
  (anchor.from === null || time >= new Date(anchor.from)) && (anchor.until === null || time < new Date(anchor.until))
