import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Stops what it watches when this process dies without being able to. */
export interface Guardian {
  watch(pid: number, signal: NodeJS.Signals, lastResort: NodeJS.Signals): void
  forget(pid: number): void
  /** Ends it, and with it whatever it still watches; resolves when all of that is gone. */
  end(): Promise<void>
}

/** A small shell in a session of its own that reads from a pipe: the pipe ends when we do, however we end. */
export function startGuardian(): Guardian {
  const shell = spawn('/bin/sh', [join(import.meta.dirname, 'guardian.sh')], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  shell.stdin.on('error', () => {})
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()).once('error', () => resolve()))
  let open = true
  return {
    watch: (pid, signal, lastResort) => {
      if (open) shell.stdin.write(`watch ${pid} ${bare(signal)} ${bare(lastResort)}\n`)
      else process.kill(pid, signal)
    },
    forget: (pid) => {
      if (open) shell.stdin.write(`forget ${pid}\n`)
    },
    end: () => {
      open = false
      shell.ref()
      shell.stdin.end()
      return ended
    },
  }
}

const bare = (signal: NodeJS.Signals) => signal.slice('SIG'.length)
