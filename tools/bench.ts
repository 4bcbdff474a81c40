import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

/** `npm run bench -- <name>`: runs `tests/bench/<name>.ts`, or lists the benches. */
const folder = join(import.meta.dirname, '..', 'tests', 'bench')
const [name, ...words] = process.argv.slice(2)
const entries = [
  ...globSync('*/main.ts', { cwd: folder }).map((file) => file.replace('/main.ts', '')),
  ...globSync('*.ts', { cwd: folder }).map((file) => basename(file, '.ts')),
].sort()

if (name === undefined || !entries.includes(name)) {
  console.log(`npm run bench -- <name>\n\nThe benches: ${entries.join(', ') || 'none yet'}`)
  process.exit(name === undefined ? 0 : 1)
}
const file = globSync([`${name}.ts`, `${name}/main.ts`], { cwd: folder })[0] ?? ''
process.exit(spawnSync(process.execPath, [join(folder, file), ...words], { stdio: 'inherit' }).status ?? 1)
