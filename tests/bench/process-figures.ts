import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** What Linux says of one process; undefined when it is gone. `ended`: of its children that are gone. */
const statOf = (pid: number): { parent: number; cpu: number; ended: number } | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const seconds = (first: number) => (Number(fields[first]) + Number(fields[first + 1])) / ticksPerSecond
    return { parent: Number(fields[1]), cpu: seconds(11), ended: seconds(13) }
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

/** Seconds of processor that a process and all its children have used, those that are gone as well. */
export const familyCpuSeconds = (pid: number): number =>
  family(pid).reduce((sum, each) => sum + (statOf(each)?.cpu ?? 0) + (statOf(each)?.ended ?? 0), 0)

/** Memory that a process holds, in MB. */
export const residentMb = (pid: number): number => {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) / 1024
}
