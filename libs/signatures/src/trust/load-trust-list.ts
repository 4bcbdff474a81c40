import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isStrong } from './algorithms.ts'
import { readCertificate } from './certificate.ts'
import type { TrustAnchor, TrustList } from './trust.ts'

/** The file in the folder that says what the others are. */
export const listFile = 'trust-list.json'

const plainName = z.string().regex(/^[\w.-]+$/u)
const moment = z.iso.datetime({ offset: true }).nullable().default(null)
const anchorEntry = z.strictObject({
  file: plainName,
  name: z.string().min(1).max(200),
  territory: z.string().regex(/^[A-Z]{2}$/u),
  qualified: z.boolean(),
  for: z.enum(['signatures', 'timestamps', 'both']),
  from: moment,
  until: moment,
})
const entries = z.strictObject({
  name: z.string().min(1).max(200),
  anchors: z.array(anchorEntry).max(2_000),
  crls: z.array(z.strictObject({ file: plainName })).max(2_000),
})

/** What is wrong with one file. */
export interface TrustFault {
  readonly file: string
  readonly what: string
}

/** The list, and what is wrong in the folder. What is at fault is left out of the list: nobody is trusted by mistake. */
export interface LoadedTrust {
  readonly list: TrustList
  readonly faults: readonly TrustFault[]
}

const nobody: TrustList = { name: '', anchors: [], crls: [] }

/**
 * Reads a folder of trusted issuers, in the form that the README describes. Never throws: a folder that is missing or broken
 * is a list that trusts nobody, with its faults.
 */
export async function loadTrustList(folder: string): Promise<LoadedTrust> {
  const faults: TrustFault[] = []
  const fault = (file: string, what: string): void => void faults.push({ file, what })
  const said = await readEntries(folder, fault)
  if (said === null) return { list: nobody, faults }
  const anchors: TrustAnchor[] = []
  for (const entry of said.anchors) {
    const der = await readDerFile(folder, entry.file, 'CERTIFICATE', fault)
    const wrong = der === null ? null : anchorFault(der, entry, anchors)
    if (wrong !== null) fault(entry.file, wrong)
    else if (der !== null) anchors.push({ ...entry, der })
  }
  const crls: Uint8Array[] = []
  for (const { file } of said.crls) {
    const der = await readDerFile(folder, file, 'X509 CRL', fault)
    if (der !== null && der[0] !== 0x30) fault(file, 'it is no list of withdrawn certificates')
    else if (der !== null) crls.push(der)
  }
  await nameUnused(folder, said, fault)
  return { list: { name: said.name, anchors, crls }, faults }
}

type Tell = (file: string, what: string) => void

async function readEntries(folder: string, fault: Tell): Promise<z.infer<typeof entries> | null> {
  try {
    const read = entries.safeParse(JSON.parse(await readFile(join(folder, listFile), 'utf8')))
    if (read.success) return read.data
    for (const { path, message } of read.error.issues) fault(listFile, `${path.join('.')}: ${message}`)
  } catch (cause) {
    fault(listFile, cause instanceof SyntaxError ? 'it is no JSON' : 'it cannot be read')
  }
  return null
}

/** Reads DER, or PEM with one block of the kind. */
async function readDerFile(folder: string, file: string, kind: string, fault: Tell): Promise<Uint8Array | null> {
  const bytes = await readFile(join(folder, file)).catch(() => null)
  if (bytes === null) fault(file, 'it cannot be read')
  if (bytes === null || bytes[0] === 0x30) return bytes === null ? null : new Uint8Array(bytes)
  const blocks = [...bytes.toString('latin1').matchAll(new RegExp(`-----BEGIN ${kind}-----([\\w+/=\\s]+)-----END ${kind}-----`, 'gu'))]
  if (blocks.length === 1) return new Uint8Array(Buffer.from(blocks[0]?.[1] ?? '', 'base64'))
  fault(file, blocks.length === 0 ? `it holds no ${kind}` : `it holds ${blocks.length} of ${kind}; put each into a file of its own`)
  return null
}

function anchorFault(der: Uint8Array, { from, until }: z.infer<typeof anchorEntry>, others: readonly TrustAnchor[]): string | null {
  const certificate = readCertificate(der)
  if (certificate === null) return 'it is no certificate'
  if (!isStrong(certificate.key)) return 'its key is too weak to trust'
  if (from !== null && until !== null && from >= until) return 'it is trusted until before it is trusted'
  return others.some((other) => certificate.der.equals(other.der)) ? 'the same certificate stands in the list twice' : null
}

async function nameUnused(folder: string, { anchors, crls }: z.infer<typeof entries>, fault: Tell): Promise<void> {
  const used = new Set([listFile, 'README.md', ...[...anchors, ...crls].map(({ file }) => file)])
  for (const file of await readdir(folder)) if (!used.has(file) && !file.startsWith('.')) fault(file, `${listFile} does not name it`)
}
