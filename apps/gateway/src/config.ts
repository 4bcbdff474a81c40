import { ConfigError, readConfig, type ServiceConfig } from '@mreza/service'
import * as z from 'zod'
import type { Backend } from './http/backend.ts'
import type { GatewaySetting } from './service.ts'

/** What the gateway is told beside what every service is told. */
export const GatewayConfig = z.object({
  MREZA_WORKSPACE_DIST: z.string().min(1).describe('The folder of the built workspace.'),
  MREZA_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .describe('Addresses or ranges of proxies in front, with commas; only from them are X-Forwarded-* believed. Nobody when absent.'),
  MREZA_CALLS_PER_PERSON: z.coerce.number().int().positive().default(1_200).describe('Calls a minute that one signed-in person may make.'),
  MREZA_CALLS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .positive()
    .default(6_000)
    .describe('Requests a minute from one network address, which may be a whole institution.'),
})
/** What the gateway was told. */
export type GatewayConfig = z.output<typeof GatewayConfig>

const loopback = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || host.endsWith('.localhost')

/**
 * The origins that browsers may come from. Throws a sentence for an origin at which sign-in could not work:
 * browsers keep the `Secure` cookie on https and on this machine only.
 */
export const originsOf = (publicOrigin: string): ReadonlySet<string> => {
  const url = new URL(publicOrigin)
  if (url.protocol === 'https:') return new Set([url.origin])
  if (!loopback(url.hostname))
    throw new ConfigError(
      `MREZA_PUBLIC_ORIGIN: ${url.origin} is not secure; put a proxy with https in front and give its https address here`,
    )
  const port = url.port === '' ? '' : `:${url.port}`
  return new Set([url.origin, ...['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}${port}`)])
}

/** Reads what the gateway is told; see `readConfig` of `@mreza/service`. */
export const readGatewayConfig = (env: NodeJS.ProcessEnv): GatewayConfig => readConfig(GatewayConfig, env)

/** How the gateway stands, out of what it and every service are told, and the services behind it. */
export const settingOf = (config: ServiceConfig, own: GatewayConfig, backends: ReadonlyMap<string, Backend>): GatewaySetting => ({
  port: config.PORT,
  host: config.HOST,
  workspaceDist: own.MREZA_WORKSPACE_DIST,
  trustedProxies: own.MREZA_TRUSTED_PROXIES,
  callsPerPerson: own.MREZA_CALLS_PER_PERSON,
  callsPerAddress: own.MREZA_CALLS_PER_ADDRESS,
  backends,
})
