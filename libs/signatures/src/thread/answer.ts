import { checkDetached } from '../check-detached.ts'
import { checkSignedPdf } from '../check-signed-pdf.ts'
import { checkPdf } from '../inspect/check-pdf.ts'
import { refused } from '../verdict.ts'
import type { CheckReply, CheckRequest } from './messages.ts'

/** Answers one request, here and now. A signed PDF is inspected before it is checked. */
export async function answerTo(request: CheckRequest): Promise<CheckReply> {
  if (request.kind === 'detached') return { verdict: checkDetached(request.bytes, request.checking) }
  const inspection = await checkPdf(request.bytes, request.limits)
  if (request.kind === 'inspect') return { inspection }
  return { verdict: inspection.outcome === 'refused' ? refused(inspection.reason) : checkSignedPdf(request.bytes, request.checking) }
}
