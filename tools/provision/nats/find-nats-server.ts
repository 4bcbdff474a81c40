import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Halt } from '../halt.ts'
import { isOlder } from './check-broker.ts'
import { unpackDebianPackage } from './unpack-debian-package.ts'

export interface NatsProgram {
  readonly path: string
  readonly version: string
  /** Where it comes from, for a person. */
  readonly origin: string
}

const advice = 'Install nats-server 2.12 or newer so that it is on the PATH, or start a NATS of your own and set NATS_URL.'

/** The nats-server to run: the one on the PATH, one unpacked earlier, or the distribution's package unpacked into the cache folder. */
export function findNatsServer(cacheFolder: string): NatsProgram {
  const onPath = searchPath('nats-server')
  const own = onPath && programAt(onPath, 'from the PATH')
  if (own && !isOlder(own.version)) return own
  const unpacked = join(cacheFolder, 'nats', 'usr', 'sbin', 'nats-server')
  if (!existsSync(unpacked)) unpackDebianPackage('nats-server', join(cacheFolder, 'nats'), advice)
  const brought = programAt(unpacked, 'from the distribution’s package')
  if (brought && !isOlder(brought.version)) return brought
  throw new Halt(`No NATS server that Mreža could use is here${own ? ` (the one on the PATH is ${own.version})` : ''}. ${advice}`)
}

function programAt(path: string, origin: string): NatsProgram | undefined {
  const version = /v?(\d+\.\d+\.\d+)/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1]
  return version === undefined ? undefined : { path, version, origin }
}

function searchPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin']
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
