import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The folder of the peers: a package of its own, outside the workspace and its lock. */
export const peersFolder = join(import.meta.dirname, 'peers')

/** The folder of a peer's package. */
export const peerPackage = (name: string): string => join(peersFolder, 'node_modules', name)

/** Loads a package of the peers. Their names are nobody's dependency here, so that nothing of the product can come to need one. */
export const fromPeers = async <T>(name: string): Promise<T> => {
  const path = createRequire(join(peersFolder, 'package.json')).resolve(name)
  return import(pathToFileURL(path).href) as Promise<T>
}

const isInstalled = (): boolean => existsSync(join(peersFolder, 'node_modules', '.package-lock.json'))

/** What a native module is compiled against, should there be no ready one: the headers that came with this Node. */
const headers = (): NodeJS.ProcessEnv => {
  const home = join(dirname(process.execPath), '..')
  return existsSync(join(home, 'include', 'node', 'node.h')) ? { npm_config_nodedir: home } : {}
}

/** Installs the peers from their lock, once. */
export const installPeers = (): void => {
  if (isInstalled()) return
  process.stderr.write('installing the peers, once\n')
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter)
  const env = { ...process.env, ...headers(), PATH: path, npm_config_local_prefix: peersFolder }
  const { status } = spawnSync('npm', ['ci', '--no-workspaces'], { cwd: peersFolder, env, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the peers could not be installed')
}
