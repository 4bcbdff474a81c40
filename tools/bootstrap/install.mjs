import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from './refuse.mjs'

const neededBytes = 1.5e9

/** Brings `node_modules` to what the lock file says, when it is not so already. Does nothing, and needs no network, otherwise. @param {string} root */
export async function install(root) {
  if (isInstalled(root)) return
  checkSpace(root)
  console.log('  packages      installing what the lock file names; the first time takes a few minutes …')
  const { code, output } = await npmCi(root)
  if (code !== 0) refuse(sentenceFor(output))
}

/** Whether every package of the lock file is in place, by npm's own record of what it installed. @param {string} root */
export function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true
    const found = installed[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional)
  })
}

function checkSpace(root) {
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize < neededBytes)
    refuse(
      `The packages need about 1.5 GB and ${root} has ${Math.round((bavail * bsize) / 1e6)} MB left. Free some space and run the command again.`,
    )
}

function npmCi(root) {
  const npm = process.env.npm_execpath
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const child = npm ? spawn(process.execPath, [npm, ...words], options(root)) : spawn('npm', words, options(root))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      output = (output + piece).slice(-8000)
    })
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('exit', (code) => resolve({ code, output }))
  })
}

function options(root) {
  return { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }
}

function sentenceFor(output) {
  const known = [
    [/ENOSPC/, 'The disk is full: the packages need about 1.5 GB. Free some space and run the command again.'],
    [/EACCES|EPERM/, 'npm may not write here. Make this folder and its node_modules yours (chown), or clone into a folder of your own.'],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/,
      'npm cannot reach its registry. The first start needs it once: connect, or set the proxy (npm config set proxy …), and run the command again.',
    ],
    [/in sync|EUSAGE/, 'package.json and package-lock.json do not agree. Run "npm install" and commit the lock file.'],
  ]
  const hit = known.find(([pattern]) => pattern.test(output))
  return `${hit ? hit[1] : 'npm could not install the packages. What it said is below; run "npm ci" to see all of it.'}\n\n${output.trim().split('\n').slice(-12).join('\n')}`
}
