import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from './refuse.mjs'

/** The Node that runs Mreža: this one when it is 24 or newer, else the one the lock file brings. @param {string} root @returns {string} */
export function node24(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const brought = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    'node',
  )
  if (existsSync(brought)) return brought
  return refuse(
    `Mreža runs on Node 24, and none is packaged for ${process.platform} on ${process.arch}. Install Node 24 from nodejs.org and run the command again.`,
  )
}
