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
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://host:port/database' })
    .describe('Any address of the database; user and password are replaced by each role’s own. The owner’s where migrations run.'),
  NATS_URL: z.string().min(1).describe('The message broker, such as nats://127.0.0.1:4222; several with commas.'),
  MREZA_SECRETS: z.string().min(2).describe('The secrets as JSON; usually given as MREZA_SECRETS_FILE.'),
  MREZA_PUBLIC_ORIGIN: z.url().describe('The address that browsers use: https, or this machine.'),
  MREZA_PROTOCOLS: z.string().min(1).describe('The folder of templates, networks and demo data.'),
  MREZA_TRUST: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The folder of issuers whose certificates are trusted for signatures made elsewhere (libs/signatures/README.md). Nobody when absent.',
    ),
  MREZA_DEMO: Flag.describe('1: with invented people, whom one click signs in. Never where real people are.'),
  MREZA_SERVICES: Addresses.describe('Where the other services are: name=address, with commas between.'),
  MREZA_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('From which weight on a line is logged.'),
  HOST: z.string().default('127.0.0.1').describe('The address of this machine to listen on.'),
  MREZA_OPERATOR_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe(
      'A port on loopback for the operator alone, of processes whose own port is open to people: figures and health. None when absent.',
    ),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0).describe('The port to listen on; 0 for any that is free.'),
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
