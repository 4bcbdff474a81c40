import { join } from 'node:path'
import { type GatewayConfig, readGatewayConfig } from '@mreza/gateway'
import { readConfig, type Secrets, ServiceConfig } from '@mreza/service'
import * as z from 'zod'
import { openSecrets } from './secrets.ts'

/** What the process that runs everything is told beside what services and gateway are told. */
export const OwnConfig = z.object({
  MREZA_DATA: z.string().min(1).describe('The folder of this installation; the secrets that are made at the first start lie in it.'),
  MREZA_SECRETS_FILE: z.string().optional().describe('Another place for the secrets, such as a mounted one.'),
})

/** Everything that this process is told, and the secrets. `admin` is the owner's address of the database, for migrations alone. */
export interface StandaloneConfig {
  readonly own: z.output<typeof OwnConfig> & { readonly secretsFile: string }
  readonly service: ServiceConfig
  readonly gateway: GatewayConfig
  readonly secrets: Secrets
  readonly admin: string
}

/** Reads the environment and opens the secrets, making those that are missing. Throws `ConfigError`. */
export const readStandaloneConfig = (env: NodeJS.ProcessEnv): StandaloneConfig => {
  const own = readConfig(OwnConfig, env)
  const secretsFile = own.MREZA_SECRETS_FILE ?? join(own.MREZA_DATA, 'secrets.json')
  const secrets = openSecrets(secretsFile)
  const service = readConfig(ServiceConfig, { ...env, MREZA_SECRETS: JSON.stringify(secrets), MREZA_SECRETS_FILE: undefined })
  return { own: { ...own, secretsFile }, service, gateway: readGatewayConfig(env), secrets, admin: service.DATABASE_URL }
}
