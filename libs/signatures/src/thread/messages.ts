import type { DetachedChecking } from '../check-detached.ts'
import type { PdfChecking } from '../check-signed-pdf.ts'
import type { Inspection } from '../inspect/inspection.ts'
import type { PdfLimits } from '../inspect/limits.ts'
import type { Verdict } from '../verdict.ts'

/** What the checking thread is asked, one thing at a time. */
export type CheckRequest =
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array; readonly limits: PdfLimits }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly limits: PdfLimits; readonly checking: PdfChecking }
  | { readonly kind: 'detached'; readonly bytes: Uint8Array; readonly checking: DetachedChecking }

/** Its answer. `fault`: a fault of ours, without a word of what was checked. */
export type CheckReply = { readonly inspection: Inspection } | { readonly verdict: Verdict } | { readonly fault: string }
