import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Halt } from './halt.ts'
import { commandOf, isAlive } from './processes.ts'

const Holder = z.object({
  pid: z.number().int().positive(),
  command: z.string(),
  /** Where the installation answers, once it does. */
  address: z.string().optional(),
  /** The servers that it uses, for the maintenance commands. */
  servers: z.object({ databaseUrl: z.string(), natsUrl: z.string() }).optional(),
})
type Holder = z.infer<typeof Holder>

/** The right to run the installation in one data folder. */
export interface Lock {
  /** Lets others know where this installation answers and which servers it uses. */
  tell(known: Pick<Holder, 'address' | 'servers'>): void
  release(): void
}

/** Takes the data folder for this process, or says who has it. A lock whose holder has died is taken over. */
export function lockDataFolder(dataFolder: string): Lock {
  const file = join(dataFolder, 'running.json')
  const own: Holder = { pid: process.pid, command: commandOf(process.pid) }
  for (let attempt = 0; !place(file, own); attempt++) {
    const holder = read(file)
    if ((holder && isRunning(holder)) || attempt > 20) throw new Halt(sentenceFor(dataFolder, holder))
    removeStale(file)
  }
  return {
    tell: (known) => replace(file, { ...own, ...known }),
    release: () => {
      if (read(file)?.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

/** Whoever runs the installation in this data folder now, if anybody does. */
export function holderOf(dataFolder: string): Holder | undefined {
  const holder = read(join(dataFolder, 'running.json'))
  return holder && isRunning(holder) ? holder : undefined
}

const isRunning = (holder: Holder) => isAlive(holder.pid) && (holder.command === '' || commandOf(holder.pid) === holder.command)

/** Written elsewhere first and linked into place: whoever sees the lock sees all of it, and only one can place it. */
function place(file: string, holder: Holder): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Takes a dead holder's lock away. Should it be a living one's, placed in this very moment, it is put back. */
function removeStale(file: string): void {
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const removed = read(aside)
  if (removed && isRunning(removed)) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

function replace(file: string, holder: Holder): void {
  writeFileSync(`${file}.new`, JSON.stringify(holder), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function read(file: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function sentenceFor(dataFolder: string, holder: Holder | undefined): string {
  const where = holder?.address ? `is already running at ${holder.address}` : 'is being started by another command'
  return `The installation in ${dataFolder} ${where}${holder ? ` (process ${holder.pid})` : ''}. Stop that one first, or begin another installation with --data <folder>.`
}
