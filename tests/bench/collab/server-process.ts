import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { cpuSeconds, residentMb } from '../process-figures.ts'

/** A server while it runs. Figures are of its whole process, all threads. */
export interface ServerProcess {
  readonly address: string
  /** Seconds of processor used so far. */
  cpu(): number
  /** Memory now, in MB. */
  memory(): number
  /** The most memory since {@link forgetPeak}, in MB. */
  peak(): number
  forgetPeak(): void
  /** Ends it as an administrator would. */
  stop(): Promise<void>
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const peakOf = (pid: number): number => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Starts a program with this Node and resolves when it has said on which port it listens. */
export const startServer = async (words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> => {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const gone = once(child, 'exit').then(() => running.delete(child))
  const lines = createInterface({ input: child.stdout })
  const listening = (async () => {
    const said: string[] = []
    for await (const line of lines) {
      said.push(line)
      const port = /(?:on port |127\.0\.0\.1:)(\d+)/.exec(line)?.[1]
      if (port !== undefined) return port
    }
    throw new Error([`${words.join(' ')} ended before it listened`, ...said].join('\n'))
  })()
  const port = await listening
  child.stdout.resume()
  const pid = child.pid ?? 0
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  return {
    address: `ws://127.0.0.1:${port}`,
    cpu: () => cpuSeconds([pid]),
    memory: () => residentMb(pid),
    peak: () => peakOf(pid),
    forgetPeak: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
