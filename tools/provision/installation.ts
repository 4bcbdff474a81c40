import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Halt } from './halt.ts'

/** What the commands remember of one installation, in its data folder. Readable by its owner only. */
export const Installation = z.strictObject({
  id: z.string(),
  /** Whether anybody may sign in as a demo person by a click. Chosen at the first start, never changed afterwards. */
  demo: z.boolean(),
  /** Where the servers that we run keep their data: the data folder, or one that their own user can reach. Absent before the first time. */
  serversIn: z.string().optional(),
  postgresPassword: z.string(),
  natsPassword: z.string(),
})
export type Installation = z.infer<typeof Installation>

/** The installation in this data folder, made when there is none. `demo` is what was asked for, if anything was. */
export function openInstallation(dataFolder: string, demo: boolean | undefined): Installation {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const known = readInstallation(dataFolder)
  if (known === undefined) return saveInstallation(dataFolder, newInstallation(demo ?? true))
  if (demo !== undefined && demo !== known.demo)
    throw new Halt(
      `${dataFolder} was begun ${known.demo ? 'with' : 'without'} demo people and stays so. Choose another folder with --data.`,
    )
  return known
}

/** The installation in this data folder, if there is one. */
export function readInstallation(dataFolder: string): Installation | undefined {
  const file = fileOf(dataFolder)
  if (!existsSync(file)) return undefined
  const read = Installation.safeParse(parsed(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  throw new Halt(`${file} cannot be understood. Put it back from a backup: without it the database of this installation does not open.`)
}

/** Replaces the record in one step, so that a crash leaves the old one or the new one. */
export function saveInstallation(dataFolder: string, installation: Installation): Installation {
  const file = fileOf(dataFolder)
  writeFileSync(`${file}.new`, `${JSON.stringify(installation, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return installation
}

const fileOf = (dataFolder: string) => join(dataFolder, 'installation.json')

function newInstallation(demo: boolean): Installation {
  return { id: randomBytes(6).toString('hex'), demo, postgresPassword: password(), natsPassword: password() }
}

const password = () => randomBytes(24).toString('base64url')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
