import { Halt } from '../halt.ts'
import { greeting } from './greeting.ts'

const oldest = [2, 9]

/** Sees that the broker named by NATS_URL answers, is new enough and keeps messages; gives its version. */
export async function checkBroker(url: string): Promise<string> {
  const { hostname, port } = addressOf(url)
  const found = await greeting(hostname, Number(port || 4222))
  if (!found)
    throw new Halt(
      `The broker named by NATS_URL does not answer at ${hostname}:${port || 4222}. Check that it runs and can be reached from here, or unset NATS_URL.`,
    )
  if (isOlder(found.version))
    throw new Halt(
      `The broker named by NATS_URL is NATS ${found.version}, and Mreža needs ${oldest.join('.')} or newer. Upgrade it, or unset NATS_URL.`,
    )
  if (!found.jetstream)
    throw new Halt(
      'The broker named by NATS_URL runs without JetStream, which keeps the messages. Start it with JetStream on (infra/nats/ shows how), or unset NATS_URL.',
    )
  return found.version
}

/** Whether this NATS is older than what Mreža runs on. */
export function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldest
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor)
}

function addressOf(urls: string): URL {
  const first = urls.split(',')[0]?.trim() ?? ''
  const url = first.includes('://') ? first : `nats://${first}`
  if (/^(nats|tls):/.test(url) && URL.canParse(url) && new URL(url).hostname) return new URL(url)
  throw new Halt('NATS_URL is not an address of NATS. It looks like nats://user:password@host:4222.')
}
