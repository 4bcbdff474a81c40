import type { PdfDocument } from './document.ts'
import { isDictionary, PdfFault, PdfRef, type PdfValue } from './values.ts'

const most = 100

/** What a PDF carries for checking it. */
export interface CarriedEvidence {
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocsps: readonly Uint8Array[]
}

/** The certificates, lists and answers in the document security store of a PDF. What cannot be read is left out. */
export function evidenceIn(document: PdfDocument | undefined): CarriedEvidence {
  const streams = (key: string): Uint8Array[] => {
    if (document === undefined) return []
    const store = orNothing(() => document.resolve(document.root.get('DSS')))
    if (store === null || !isDictionary(store)) return []
    const values = orNothing(() => document.array(store.get(key))) ?? []
    return values.slice(0, most).flatMap((value) => orNothing(() => streamAt(document, value)) ?? [])
  }
  return { certificates: streams('Certs'), crls: streams('CRLs'), ocsps: streams('OCSPs') }
}

function streamAt(document: PdfDocument, value: PdfValue): Uint8Array | null {
  const object = value instanceof PdfRef ? document.object(value.number) : null
  return object === null ? null : document.streamOf(object)
}

function orNothing<T>(read: () => T): T | null {
  try {
    return read()
  } catch (fault) {
    if (fault instanceof PdfFault) return null
    throw fault
  }
}
