import { accessSync, constants, globSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** A folder may be entered, which looks like a program that may be run: the distribution's package has one of the same name. */
const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The broker's program: `MREZA_NATS_SERVER`, else on the path, else where the tools provided it. */
export const natsBinary = (): string => {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'nats-server'))
  const provided = globSync('.mreza/cache/**/nats-server', { cwd: root }).map((path) => join(root, path))
  const found = [process.env.MREZA_NATS_SERVER ?? '', ...onPath, '/usr/sbin/nats-server', ...provided].find(
    (path) => path !== '' && runs(path),
  )
  if (found === undefined) throw new Error('nats-server was not found: run the tests by `npm test`, or set MREZA_NATS_SERVER')
  return found
}
