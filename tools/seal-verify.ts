import { readFileSync } from 'node:fs'
import { checkSeal } from '@mreza/signatures'
import { say } from './provision/say.ts'

/**
 * `npm run seal:verify -- document.pdf seal.pem`: whether a PDF carries the seal of that certificate, whole. Nothing is fetched, and no
 * installation is needed. Ends with 1 when it does not.
 */
const [file, certificate] = process.argv.slice(2)
if (file === undefined || certificate === undefined) {
  say.line('seal:verify', 'needs a PDF and the certificate of the seal: npm run seal:verify -- document.pdf seal.pem')
  process.exit(2)
}
const verdict = checkSeal(new Uint8Array(readFileSync(file)), readFileSync(certificate, 'utf8'), new Date())
if (verdict.outcome === 'sealed') {
  say.line('seal', `whole, by ${verdict.seal.signer.commonName ?? 'a nameless holder'} at ${verdict.seal.time.at ?? 'an unknown time'}`)
  say.line('since then', verdict.signedSince ? 'signatures were added, and nothing else' : 'nothing')
} else say.line('seal', `REFUSED: ${verdict.reason}`)
process.exitCode = verdict.outcome === 'sealed' ? 0 : 1
