import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import * as z from 'zod'

/** What a service signs and checks internal tokens with. Only the gateway's tokens may speak for a person. */
export interface TokenKeys {
  /** Whose private key this is: `gateway` or the name of a service. */
  readonly issuer: string
  readonly privateKey: KeyObject
  /** The public keys of everybody whose tokens are accepted, by issuer. */
  readonly publicKeys: ReadonlyMap<string, KeyObject>
  /** Seals the database key inside a token, so that a token seen in a log opens nothing. 32 bytes. */
  readonly sealKey: Buffer
}

/** The keys of one service. */
export interface Keys {
  readonly tokenKeys: TokenKeys
  /** Wraps the per-person data keys of sealed identity fields. 32 bytes. */
  readonly masterKey: Buffer
  /** Makes blind indexes for look-ups across institutions. 32 bytes. */
  readonly blindIndexKey: Buffer
  /** Signs the heads of audit chains. 32 bytes. */
  readonly auditKey: Buffer
  /** The installation's own seal for documents that it gives out, as PEM; null where it has none. */
  readonly documentSeal: DocumentSeal | null
}

const DocumentSeal = z.strictObject({ certificate: z.string().min(1), privateKey: z.string().min(1) })
type DocumentSeal = z.infer<typeof DocumentSeal>

const Key32 = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')

/** The secrets of an installation as they lie in `secrets.json` (mode 0600) or in a mounted secret. */
export const Secrets = z.strictObject({
  /** Passwords of the database roles, by role. */
  rolePasswords: z.record(z.string(), z.string().min(16)),
  /** Ed25519 key pairs by issuer, DER in base64; a service on its own machine is given only its own private half. */
  tokenKeys: z.record(z.string(), z.strictObject({ publicKey: z.base64(), privateKey: z.base64().optional() })),
  tokenSealKey: Key32,
  masterKey: Key32,
  blindIndexKey: Key32,
  auditKey: Key32,
  /** Absent in installations that seal nothing. */
  documentSeal: DocumentSeal.optional(),
})
export type Secrets = z.infer<typeof Secrets>

const secret = () => randomBytes(32).toString('base64')

const keyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

/** Adds whatever is missing for these roles and issuers; never changes a secret that is there. */
export const completeSecrets = (known: Partial<Secrets>, roles: readonly string[], issuers: readonly string[]): Secrets => ({
  rolePasswords: { ...Object.fromEntries(roles.map((role) => [role, randomBytes(24).toString('base64url')])), ...known.rolePasswords },
  tokenKeys: { ...Object.fromEntries(issuers.map((issuer) => [issuer, keyPair()])), ...known.tokenKeys },
  tokenSealKey: known.tokenSealKey ?? secret(),
  masterKey: known.masterKey ?? secret(),
  blindIndexKey: known.blindIndexKey ?? secret(),
  auditKey: known.auditKey ?? secret(),
  ...(known.documentSeal === undefined ? {} : { documentSeal: known.documentSeal }),
})

const publicKeyOf = (der: string) => createPublicKey({ key: Buffer.from(der, 'base64'), type: 'spki', format: 'der' })

/** The keys of one service out of the installation's secrets. Throws a sentence when its private key is missing. */
export const keysOf = (secrets: Secrets, issuer: string): Keys => {
  const own = secrets.tokenKeys[issuer]?.privateKey
  if (own === undefined) throw new Error(`the secrets hold no private token key for "${issuer}"`)
  return {
    tokenKeys: {
      issuer,
      privateKey: createPrivateKey({ key: Buffer.from(own, 'base64'), type: 'pkcs8', format: 'der' }),
      publicKeys: new Map(Object.entries(secrets.tokenKeys).map(([name, pair]) => [name, publicKeyOf(pair.publicKey)])),
      sealKey: Buffer.from(secrets.tokenSealKey, 'base64'),
    },
    masterKey: Buffer.from(secrets.masterKey, 'base64'),
    blindIndexKey: Buffer.from(secrets.blindIndexKey, 'base64'),
    auditKey: Buffer.from(secrets.auditKey, 'base64'),
    documentSeal: secrets.documentSeal ?? null,
  }
}
