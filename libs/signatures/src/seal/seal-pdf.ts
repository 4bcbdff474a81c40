import { CryptoKeySigner, PDF } from '@libpdf/core'
import { readSealKey, type SealKey } from './seal-key.ts'

/**
 * Seals a PDF that we made ourselves (PAdES B-B), as an update at its end: its own bytes stay as they are.
 * Never give it a file of a stranger: it is read here, without the limits of the checking thread.
 */
export async function sealPdf(pdf: Uint8Array, seal: SealKey, { at, reason }: { at: Date; reason: string }): Promise<Uint8Array> {
  const { der, key } = await readSealKey(seal)
  const document = await PDF.load(pdf)
  const { bytes } = await document.sign({
    signer: new CryptoKeySigner(key, der, 'EC', 'ECDSA'),
    signingTime: at,
    reason,
    fieldName: 'Seal',
  })
  return bytes
}
