/** A server that Mreža may use: somebody else's, or one that we started and will stop. */
export interface Provided {
  readonly url: string
  /** What it is and where, for a person. */
  readonly description: string
  stop(): Promise<void>
}
