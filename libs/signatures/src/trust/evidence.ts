/** What is said about one certificate by somebody who may say it. */
export interface Statement {
  readonly by: 'crl' | 'ocsp'
  /** As of when. */
  readonly from: Date
  /** Until when newer word is not to be expected; null when it is to be expected at any time. */
  readonly next: Date | null
  /** When it was withdrawn; null when it was not. */
  readonly revokedAt: Date | null
  /** It speaks about all certificates of its kind, so that not being named means being good. */
  readonly complete: boolean
}

/** Lists of withdrawn certificates and answers about single ones, in DER, from wherever they came. */
export interface Evidence {
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}
