import { accessSync, constants, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
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
