import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isFree } from '../../tools/provision/free-port.ts'

const root = join(import.meta.dirname, '..', '..')
const secondsToStart = 180

/** A whole installation, started as `npm start` starts it: its own PostgreSQL, NATS, services and workspace. */
export interface TestInstallation {
  /** Where it answers, such as `http://localhost:4600`. */
  readonly address: string
  readonly dataFolder: string
  /** Takes one of its processes down as a power cut would; the installation starts it again by itself. */
  kill(name: 'mreza' | 'postgres' | 'nats'): void
  /** The same for one service of an installation whose services are processes of their own, such as `plans`. */
  killService(name: string): void
  /** What it has told the one who started it: its address, and the set-up link where nobody has an account. */
  said(): string
  /** What it has logged so far. */
  log(name: 'mreza' | 'postgres' | 'nats'): string
  /** Stops it as Ctrl-C does; its data stays. */
  stop(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

export interface InstallationOptions {
  /** The data of an earlier installation, to start it again; a new empty folder when absent. */
  readonly dataFolder?: string
  readonly port?: number
  readonly separate?: boolean
  readonly demo?: boolean
}

/** Starts an installation and resolves when it answers; rejects with all it said when it does not. */
export async function startInstallation(options: InstallationOptions = {}): Promise<TestInstallation> {
  const dataFolder = options.dataFolder ?? newDataFolder()
  const port = options.port ?? (await portOfItsOwn())
  const child = spawn(process.execPath, [join(root, 'tools', 'start', 'main.ts'), ...words(dataFolder, { ...options, port })], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece) => {
      said += piece
    })
  const address = await readyAddress(child, () => said)
  const inRun = (name: string) => join(dataFolder, 'run', name)
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
  return {
    address,
    dataFolder,
    kill: (name) => process.kill(Number(readFileSync(inRun(`${name}.pid`), 'utf8')), 'SIGKILL'),
    killService: (name) => process.kill(serviceProcess(Number(readFileSync(inRun('mreza.pid'), 'utf8')), name), 'SIGKILL'),
    said: () => said,
    log: (name) => readFileSync(inRun(`${name}.log`), 'utf8'),
    stop,
    remove: async () => {
      await stop()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The process that runs this service's `main.ts` for the installation's own process. */
function serviceProcess(installation: number, name: string): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const mine = lines
    .map((line) => line.trim().split(/\s+/))
    .find(([, parent, ...words]) => Number(parent) === installation && isMainOf(name, words))
  if (mine === undefined) throw new Error(`no process runs ${name}`)
  return Number(mine[0])
}

const isMainOf = (name: string, words: readonly string[]) => words.some((word) => word.endsWith(join('apps', name, 'src', 'main.ts')))

/** A port that neither another installation on this machine asks for first nor an outgoing connection takes. */
async function portOfItsOwn(): Promise<number> {
  const port = randomInt(20_000, 30_000)
  return (await isFree(port)) ? port : portOfItsOwn()
}

/** Below the system's folder for temporary files, and open enough that the servers' own user can enter it. */
function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mreza-e2e-'))
  chmodSync(folder, 0o711)
  return folder
}

function words(dataFolder: string, { port, separate, demo }: InstallationOptions): string[] {
  return [
    '--data',
    dataFolder,
    ...(port ? ['--port', String(port)] : []),
    ...(separate ? ['--separate'] : []),
    ...(demo === false ? ['--no-demo'] : []),
  ]
}

function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, NATS_URL: _broker, MREZA_DATA: _data, MREZA_DEMO: _demo, PORT: _port, ...env } = process.env
  return env
}

function readyAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill('SIGTERM')
      reject(new Error(`the installation ${why}. It said:\n${said()}`))
    }
    const tooLong = setTimeout(() => fail(`did not answer within ${secondsToStart} seconds`), secondsToStart * 1000)
    child.once('exit', (code) => fail(`ended with ${code} before it answered`))
    child.once('message', (message) => {
      clearTimeout(tooLong)
      resolve((message as { address: string }).address)
    })
  })
}
