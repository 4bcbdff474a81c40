import { join } from 'node:path'
import { startGuardian } from './provision/guardian.ts'
import { runSteps } from './test/run-steps.ts'
import { steps } from './test/steps.ts'

/** `npm run check`: what is quick to know before a commit: format, lint, types, doors. */
const guardian = startGuardian()
const quick = steps.filter(({ name }) => ['lint', 'types', 'boundaries', 'lock'].includes(name))
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' }
const counts = await runSteps(quick, { root: join(import.meta.dirname, '..'), guardian, env, minutes: 25 })
await guardian.end()
process.exit(counts.failed > 0 ? 1 : 0)
