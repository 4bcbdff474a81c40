import type { DetachedChecking } from './check-detached.ts'
import type { PdfChecking } from './check-signed-pdf.ts'
import type { Inspection } from './inspect/inspection.ts'
import { type PdfLimits, usualLimits } from './inspect/limits.ts'
import { Checker } from './thread/checker.ts'
import type { CheckReply, CheckRequest } from './thread/messages.ts'
import { refused, type Verdict } from './verdict.ts'

/** Detached signatures are small; this one is not. */
const largestContainer = 1_000_000
const checker = new Checker()

/** Bytes with nothing around them: what goes to a thread goes with the whole of its memory. */
const standalone = (bytes: Uint8Array): Uint8Array => (bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes))

async function ask(request: CheckRequest, by: Checker): Promise<Exclude<CheckReply, { fault: string }> | 'too-costly'> {
  const reply = await by.ask(request)
  if (typeof reply === 'object' && 'fault' in reply) throw new Error(`the check failed: ${reply.fault}`)
  return reply
}

/**
 * Says what a PDF is, in a thread of its own and without showing it.
 * @throws CheckerBusy when too many files wait
 */
export async function inspectPdf(bytes: Uint8Array, limits: PdfLimits = usualLimits, by: Checker = checker): Promise<Inspection> {
  if (bytes.length > limits.bytes) return { outcome: 'refused', reason: 'too-large' }
  const reply = await ask({ kind: 'inspect', bytes: standalone(bytes), limits }, by)
  return reply !== 'too-costly' && 'inspection' in reply ? reply.inspection : { outcome: 'refused', reason: 'too-costly' }
}

/**
 * Checks a PDF that was issued, signed elsewhere, and came back: rules SG1 to SG16. Nothing is fetched.
 * @throws CheckerBusy when too many files wait
 * @example await verifySignedPdf(uploaded, { frozen, trust: await loadTrustList(folder), at: receivedAt })
 */
export async function verifySignedPdf(
  bytes: Uint8Array,
  checking: PdfChecking,
  limits: PdfLimits = usualLimits,
  by: Checker = checker,
): Promise<Verdict> {
  if (bytes.length > limits.bytes) return refused('too-large')
  const reply = await ask({ kind: 'pdf', bytes: standalone(bytes), limits, checking }, by)
  return reply !== 'too-costly' && 'verdict' in reply ? reply.verdict : refused('too-costly')
}

/**
 * Checks a detached signature (CMS, CAdES) over the bytes that were issued. Nothing is fetched.
 * @throws CheckerBusy when too many files wait
 */
export async function verifyDetachedCms(container: Uint8Array, checking: DetachedChecking, by: Checker = checker): Promise<Verdict> {
  if (container.length > largestContainer) return refused('too-large')
  const reply = await ask({ kind: 'detached', bytes: standalone(container), checking }, by)
  return reply !== 'too-costly' && 'verdict' in reply ? reply.verdict : refused('too-costly')
}
