import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { protocolsFolder } from './protocols-folder.ts'

/** A copy of the library in a folder of its own that a test may spoil; it disposes of itself. */
export const libraryCopy = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mreza-protocols-'))
  for (const part of ['networks', 'templates', 'plans', 'demo', 'rules.yaml'])
    await cp(join(protocolsFolder, part), join(folder, part), { recursive: true })
  return {
    folder,
    /** Replaces the first occurrence of a text in a file; a text that is not there is a mistake of the test. */
    spoil: async (file: string, from: string, to: string) => {
      const text = await readFile(join(folder, file), 'utf8')
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`)
      await writeFile(
        join(folder, file),
        text.replace(from, () => to),
      )
      return text.slice(0, text.indexOf(from)).split('\n').length
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
