import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `npm run bench -- <name>`: runs `tests/bench/<name>/main.ts`, or lists the benches. */
const folder = join(import.meta.dirname, '..', 'tests', 'bench')
const [name, ...words] = process.argv.slice(2)
const entries = globSync('*/main.ts', { cwd: folder }).map(dirname).sort()

if (name === undefined || !entries.includes(name)) {
  console.log(`npm run bench -- <name>\n\nThe benches: ${entries.join(', ') || 'none yet'}`)
  process.exit(name === undefined ? 0 : 1)
}
process.exit(spawnSync(process.execPath, [join(folder, name, 'main.ts'), ...words], { stdio: 'inherit' }).status ?? 1)
