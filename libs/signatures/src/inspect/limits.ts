/** What a PDF may be, at most. */
export interface PdfLimits {
  readonly bytes: number
  readonly pages: number
  readonly objects: number
  /** What all its streams may unpack to together, in bytes. */
  readonly unpacked: number
  /** What one picture may have, in points. */
  readonly pixels: number
}

/** Enough for 200 pages that were scanned at 300 dots an inch. */
export const usualLimits: PdfLimits = { bytes: 25_000_000, pages: 1_000, objects: 200_000, unpacked: 512_000_000, pixels: 150_000_000 }
