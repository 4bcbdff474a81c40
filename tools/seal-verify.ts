import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSecrets } from '@mreza/service'
import { checkSeal } from '@mreza/signatures'
import { dataFolderOf } from './maintenance/with-installation.ts'
import { say } from './provision/say.ts'

/**
 * `npm run seal:verify -- document.pdf`: whether a PDF carries the seal of this installation, whole; with a certificate behind it, the
 * seal of that one. Nothing is fetched. `npm run seal:verify -- --certificate` says the certificate, to be given to those who check.
 * Ends with 1 when the seal does not hold.
 */
const [file, given] = process.argv.slice(2)
const certificate = given === undefined ? ownCertificate() : readFileSync(given, 'utf8')
if (file === undefined || certificate === undefined) {
  say.line('seal:verify', 'needs a PDF, and where this machine holds no secrets the certificate of the seal: document.pdf seal.pem')
  process.exitCode = 2
} else if (file === '--certificate') say.text(certificate)
else process.exitCode = verify(new Uint8Array(readFileSync(file)), certificate)

function ownCertificate(): string | undefined {
  const secrets = process.env.MREZA_SECRETS_FILE ?? join(dataFolderOf(process.env), 'secrets.json')
  return existsSync(secrets) ? readSecrets(readFileSync(secrets, 'utf8')).documentSeal?.certificate : undefined
}

function verify(pdf: Uint8Array, seal: string): number {
  const verdict = checkSeal(pdf, seal, new Date())
  if (verdict.outcome === 'refused') {
    say.line('seal', `REFUSED: ${verdict.reason}`)
    return 1
  }
  say.line('seal', `whole, by ${verdict.seal.signer.commonName ?? 'a nameless holder'} at ${verdict.seal.time.at ?? 'an unknown time'}`)
  say.line('since then', verdict.signedSince ? 'signatures were added, and nothing else' : 'nothing')
  return 0
}
