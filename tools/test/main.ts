import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkDiskSpace } from '../provision/disk-space.ts'
import { conduct, Ending } from '../provision/ending.ts'
import { startGuardian } from '../provision/guardian.ts'
import { Halt } from '../provision/halt.ts'
import { closingLine } from './counts.ts'
import { runSteps } from './run-steps.ts'
import { type Step, steps } from './steps.ts'

const root = join(import.meta.dirname, '..', '..')
const ending = new Ending()

/**
 * `npm test`: every check and every test; ends with the one line that counts them. `-- --only lint,unit` runs some of the
 * steps; `--long` gives the trials their long size, and the time for it.
 */
async function test(): Promise<number> {
  const { only, long } = parseArgs({ options: { only: { type: 'string' }, long: { type: 'boolean', default: false } } }).values
  const chosen = chooseSteps(only)
  checkDiskSpace(root)
  const guardian = startGuardian()
  ending.add(() => guardian.end())
  const counts = await runSteps(chosen, { root, guardian, env: testEnvironment(long), minutes: long ? 24 * 60 : 25 })
  await ending.run()
  console.log(`\n${closingLine(counts)}`)
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0
}

function chooseSteps(only: string | undefined): readonly Step[] {
  if (only === undefined) return steps
  const names = only.split(',')
  const unknown = names.find((name) => !steps.some((step) => step.name === name))
  if (unknown === undefined) return steps.filter((step) => names.includes(step.name))
  throw new Halt(`There is no step "${unknown}". The steps are: ${steps.map((step) => step.name).join(', ')}.`)
}

/** Tests bring their own database and broker: never the ones that somebody's installation is using. */
function testEnvironment(long: boolean): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, NATS_URL: _broker, MREZA_DATA: _data, PORT: _port, ...env } = process.env
  return { ...env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0', ...(long ? { MREZA_TRIALS: 'long' } : {}) }
}

await conduct(ending, test, () => console.log('\nstopped'), 130)
