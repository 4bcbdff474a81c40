import { readdir } from 'node:fs/promises'
import type { Fault } from './fault.ts'
import { unreadable } from './read-yaml.ts'

/** The names in a folder in alphabetical order, without hidden ones; or why it cannot be read. */
export const folderEntries = async (
  folder: string,
  kind: 'files' | 'folders',
): Promise<{ names: readonly string[]; faults: readonly Fault[] }> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const wanted = entries.filter((entry) => !entry.name.startsWith('.') && (kind === 'folders' ? entry.isDirectory() : entry.isFile()))
    return { names: wanted.map((entry) => entry.name).sort(), faults: [] }
  } catch (error) {
    return { names: [], faults: [unreadable(folder, error)] }
  }
}
