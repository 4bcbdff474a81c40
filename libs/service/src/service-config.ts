import * as z from 'zod'
import { ConfigError, Flag, readConfig } from './config.ts'
import { Secrets } from './keys.ts'

/** `directory=http://127.0.0.1:4101,agreements=http://…`: where the services are. */
export const Addresses = z
  .string()
  .default('')
  .transform(
    (text) =>
      new Map(
        text
          .split(',')
          .filter(Boolean)
          .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
      ),
  )
  .refine((map) => [...map.values()].every((address) => URL.canParse(address)), 'must be name=address pairs with commas between')

/** What every process of the installation is told. */
export const ServiceConfig = z.object({
  /** Any address of the database; user and password are replaced by each role's own. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://host:port/database' }),
  NATS_URL: z.string().min(1),
  /** The secrets as JSON; usually given as `MREZA_SECRETS_FILE`. */
  MREZA_SECRETS: z.string().min(2),
  MREZA_PUBLIC_ORIGIN: z.url(),
  MREZA_PROTOCOLS: z.string().min(1),
  MREZA_DEMO: Flag,
  MREZA_SERVICES: Addresses,
  MREZA_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  /** A port on loopback for the operator alone, of processes whose own port is open to people: figures and health. None when absent. */
  MREZA_OPERATOR_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
})
export type ServiceConfig = z.output<typeof ServiceConfig>

/** The secrets out of their JSON; throws {@link ConfigError} with the paths of what is wrong, never with values. */
export const readSecrets = (text: string): Secrets => {
  try {
    return Secrets.parse(JSON.parse(text))
  } catch (error) {
    const where = error instanceof z.ZodError ? error.issues.map((issue) => issue.path.join('.')).join(', ') : 'not JSON'
    throw new ConfigError(`MREZA_SECRETS: ${where}`)
  }
}

/** Reads what every process is told; see {@link readConfig}. */
export const readServiceConfig = (env: NodeJS.ProcessEnv): { config: ServiceConfig; secrets: Secrets } => {
  const config = readConfig(ServiceConfig, env)
  return { config, secrets: readSecrets(config.MREZA_SECRETS) }
}
