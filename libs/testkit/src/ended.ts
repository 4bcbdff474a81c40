import { type ChildProcess, spawn } from 'node:child_process'

/** Resolves when the process is gone. */
export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))

/** Sends the signal and waits; a process that does not heed it within the grace time is killed. */
export const end = async (child: ChildProcess, signal: NodeJS.Signals, grace = 10_000): Promise<void> => {
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), grace)
  await ended(child)
  clearTimeout(timer)
}

/**
 * Takes the process and its folder down too if this one ends without having stopped it, however it ends: a watchman
 * waits for the end of a pipe that only we hold.
 */
export const dieWithUs = (child: ChildProcess, folder: string): void => {
  if (process.platform === 'win32') {
    const kill = () => child.kill()
    process.once('exit', kill)
    child.once('exit', () => process.off('exit', kill))
    return
  }
  const script = 'cat >/dev/null; kill -9 "$0" 2>/dev/null; rm -rf "$1"'
  const watchman = spawn('/bin/sh', ['-c', script, String(child.pid), folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watchman.unref()
  const { pid } = watchman
  child.once('exit', () => pid !== undefined && process.kill(-pid, 'SIGKILL'))
}
