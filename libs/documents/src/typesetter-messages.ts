/** What the typesetting thread is asked. */
export interface TypesetRequest {
  readonly id: number
  /** The source of the template. */
  readonly template: string
  /** The data as JSON. */
  readonly data: string
}

/** What it answers: the PDF, or what the typesetter said was wrong. */
export type TypesetReply = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly fault: string })
