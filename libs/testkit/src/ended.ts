import type { ChildProcess } from 'node:child_process'

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

/** Takes the process down too if this one ends without having stopped it. */
export const dieWithUs = (child: ChildProcess): void => {
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
}
