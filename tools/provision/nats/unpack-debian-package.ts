import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Halt } from '../halt.ts'
import { say } from '../say.ts'

/**
 * Downloads a package of the distribution and unpacks it into `target`, without installing it and without root: apt works on lists and
 * a cache of its own, and checks the signatures as always.
 */
export function unpackDebianPackage(name: string, target: string, advice: string): void {
  if (spawnSync('apt-get', ['--version']).status !== 0 || spawnSync('dpkg-deb', ['--version']).status !== 0)
    throw new Halt(`No ${name} is on the PATH, and this system has no Debian packages to take one from. ${advice}`)
  say.line(name, 'fetching the distribution’s package …')
  const work = `${target}.work`
  rmSync(work, { recursive: true, force: true })
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'package']) mkdirSync(join(work, folder), { recursive: true })
  const options = [
    '-q',
    '-o',
    `Dir::State=${work}/state`,
    '-o',
    `Dir::Cache=${work}/cache`,
    '-o',
    'Debug::NoLocking=1',
    '-o',
    'APT::Sandbox::User=',
  ]
  attempt('apt-get', [...options, 'update'], work, advice)
  attempt('apt-get', [...options, 'download', name], join(work, 'package'), advice)
  const file = readdirSync(join(work, 'package')).find((entry) => entry.endsWith('.deb'))
  if (!file) throw new Halt(`The distribution has no package ${name}. ${advice}`)
  attempt('dpkg-deb', ['-x', join(work, 'package', file), join(work, 'tree')], work, advice)
  rmSync(target, { recursive: true, force: true })
  renameSync(join(work, 'tree'), target)
  rmSync(work, { recursive: true, force: true })
}

function attempt(command: string, args: readonly string[], cwd: string, advice: string): void {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 300_000, env: { ...process.env, LC_ALL: 'C' } })
  if (done.status === 0) return
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-5).join('\n')
  throw new Halt(
    `No nats-server is on the PATH, and the distribution's package could not be fetched. ${advice}\nWhat ${command} said:\n${said}`,
  )
}
