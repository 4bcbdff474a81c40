import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { identityMigrations } from '@mreza/gateway'
import { ConfigError, completeSecrets, readSecrets, type Secrets } from '@mreza/service'
import { makeSealKey } from '@mreza/signatures'
import { services } from './services.ts'

const roles = [identityMigrations, ...services.map((service) => service.migrations)].flatMap((migrations) => migrations.roles)
const issuers = ['gateway', ...services.map((service) => service.name)]

const save = (file: string, secrets: Secrets) => {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.new`
  writeFileSync(fresh, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(fresh, file)
}

const sealYears = 20

/** The seal of documents, made once; its certificate is in every document, and `npm run seal:verify` knows it. */
const newSeal = () => {
  const from = new Date()
  const until = new Date(from)
  until.setUTCFullYear(from.getUTCFullYear() + sealYears)
  return makeSealKey('Mreža', from, until)
}

const isComplete = (secrets: Secrets) =>
  roles.every((role) => role in secrets.rolePasswords) && issuers.every((issuer) => issuer in secrets.tokenKeys)

/**
 * The secrets of the installation: those of the file, completed by what is missing, and the file written again (mode 0600) if
 * anything was. A file that is there and broken is never replaced, for the sealed data would be lost with its keys: it throws.
 */
export const openSecrets = (file: string): Secrets => {
  const known = existsSync(file) ? readSecrets(readFileSync(file, 'utf8')) : undefined
  const complete = known !== undefined && isComplete(known)
  if (complete && known.documentSeal !== undefined) return known
  const secrets = completeSecrets({ ...known, documentSeal: known?.documentSeal ?? newSeal() }, roles, issuers)
  try {
    save(file, secrets)
  } catch {
    // Complete but for the seal, and on a mount that cannot be written: it goes on, and seals nothing.
    if (complete) return known
    throw new ConfigError(
      `the secrets cannot be written to ${file}: make the folder writable, or give complete secrets by MREZA_SECRETS_FILE`,
    )
  }
  return secrets
}
