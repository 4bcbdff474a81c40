import { spawn } from 'node:child_process'
import type { Guardian } from '../provision/guardian.ts'
import { endProcess } from '../provision/processes.ts'

export interface StepRun {
  readonly root: string
  readonly guardian: Guardian
  readonly env: NodeJS.ProcessEnv
  /** How long one program may take before it counts as hung. */
  readonly minutes: number
}

/** Runs one program of the test run to its end, its output passed through. Whether it succeeded; one that hangs is ended and has not. */
export async function succeeds({ root, guardian, env, minutes }: StepRun, command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const { pid } = child
  if (pid !== undefined) guardian.watch(pid, 'SIGTERM', 'SIGKILL')
  const tooLong = setTimeout(() => {
    console.error(`\n${args[0] ?? command} did not end within ${minutes} minutes and is stopped`)
    if (pid !== undefined) void endProcess(pid, 'SIGTERM', 'SIGKILL', 20)
  }, minutes * 60_000)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve).once('error', () => resolve(1)))
  clearTimeout(tooLong)
  if (pid !== undefined) guardian.forget(pid)
  return code === 0
}
