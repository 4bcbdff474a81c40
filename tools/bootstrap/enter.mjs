import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { install } from './install.mjs'
import { node24 } from './node-24.mjs'
import { watchParent } from './parent.mjs'
import { refuse } from './refuse.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * From any Node ≥ 20 to the command itself on Node 24: checks npm, installs what the lock file names, and goes on in this
 * process when it is Node 24 already, else in a child that ends with us. @param {string} entry a file below `tools/`
 */
export async function enter(entry) {
  checkNpm()
  await install(root)
  process.chdir(root)
  process.env.PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const file = join(root, 'tools', entry)
  const node = node24(root)
  if (node === process.execPath) await import(pathToFileURL(file).href)
  else continueOn(node, file)
}

function checkNpm() {
  const version = /\bnpm\/(\d+)\.\S+/.exec(process.env.npm_config_user_agent ?? '')
  if (version && Number(version[1]) < 10)
    refuse(`Mreža needs npm 10 or newer, and this is ${version[0]}. Run "npm install -g npm@10", then the command again.`)
}

function continueOn(node, file) {
  const child = spawn(node, [file, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  watchParent(() => child.kill('SIGTERM'))
  child.on('error', (error) =>
    refuse(`Node 24 at ${node} does not start (${error.message}). Remove node_modules and run the command again.`),
  )
  child.on('exit', (code) => process.exit(code ?? 1))
}
