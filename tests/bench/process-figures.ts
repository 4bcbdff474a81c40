import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** What Linux says of one process; undefined when it is gone. */
const statOf = (pid: number): { parent: number; cpu: number } | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond }
  } catch {
    return undefined
  }
}

/** A process and all that descend from it. */
export const family = (pid: number): number[] => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const childrenOf = (parent: number): number[] =>
    all.filter((one) => statOf(one)?.parent === parent).flatMap((one) => [one, ...childrenOf(one)])
  return [pid, ...childrenOf(pid)]
}

/** Seconds of processor that these processes have used: what a call costs however busy the machine is with other things. */
export const cpuSeconds = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + (statOf(pid)?.cpu ?? 0), 0)

/** Memory that a process holds, in MB. */
export const residentMb = (pid: number): number => {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) / 1024
}
