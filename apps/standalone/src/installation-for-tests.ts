import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { identityMigrations } from '@mreza/gateway'
import { completeSecrets } from '@mreza/service'
import { createTestDatabase, startBroker, testPasswords } from '@mreza/testkit'
import { freePort } from './separate/free-port.ts'
import { services } from './services.ts'

/** The line with which an installation says that it answers. */
export interface ReadyLine {
  readonly ready: true
  readonly address: string
  readonly setupLink?: string
}

/** A running `main.ts`. */
export interface Installation {
  readonly process: ChildProcess
  readonly ready: ReadyLine
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number | null>
}

/** Roles belong to the cluster that all test files share, so their passwords must be everybody's. */
const writeSecrets = (file: string) => {
  const issuers = ['gateway', ...services.map(({ name }) => name)]
  const rolePasswords = testPasswords([identityMigrations, ...services.map(({ migrations }) => migrations)])
  writeFileSync(file, JSON.stringify(completeSecrets({ rolePasswords }, [], issuers)), { mode: 0o600 })
}

/** Servers and folders of one installation, which may be started several times. */
export const installationForTests = async (demo: boolean) => {
  const [database, broker, port] = await Promise.all([createTestDatabase([]), startBroker(), freePort()])
  const folder = mkdtempSync(join(tmpdir(), 'mreza-installation-'))
  writeSecrets(join(folder, 'secrets.json'))
  const env = {
    ...process.env,
    DATABASE_URL: database.adminUrl,
    NATS_URL: broker.url,
    PORT: String(port),
    MREZA_DATA: folder,
    MREZA_DEMO: demo ? '1' : '0',
    MREZA_PUBLIC_ORIGIN: `http://localhost:${port}`,
    MREZA_PROTOCOLS: join(import.meta.dirname, '..', '..', '..', 'protocols'),
    MREZA_WORKSPACE_DIST: folder,
    MREZA_LOG_LEVEL: 'error',
  }
  const start = async (...args: string[]): Promise<Installation> => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const said: string[] = []
    const ready = new Promise<ReadyLine>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) =>
        line.startsWith('{"ready"') ? resolve(JSON.parse(line)) : said.push(line),
      )
      child.once('close', (code) => reject(new Error([`the installation ended with ${code}`, ...said.slice(-10)].join('\n'))))
    })
    const stop = async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      return ((await ended) as [number | null])[0]
    }
    return { process: child, ready: await ready, stop }
  }
  const dispose = async () => {
    await broker.stop()
    await database.dispose()
  }
  return { start, dispose }
}
