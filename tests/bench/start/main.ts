import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startInstallation, type TestInstallation } from '../../e2e/installation.ts'
import { median } from '../median.ts'
import { family, residentMb } from '../process-figures.ts'

// How soon an existing installation answers after `npm start`, and the memory of all its services when nobody uses it.
// npm run bench -- start [--rounds 5] [--idle 60] [--check]

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, idle: { type: 'string', default: '60' }, check: { type: 'boolean' } },
})
const rounds = Number(values.rounds)
const idleSeconds = Number(values.idle)
const limit = { seconds: 8, mb: 350 }

const timed = async (dataFolder?: string): Promise<{ installation: TestInstallation; seconds: number }> => {
  const begun = performance.now()
  const installation = await startInstallation(dataFolder === undefined ? {} : { dataFolder })
  return { installation, seconds: (performance.now() - begun) / 1_000 }
}

/** The memory of all services together; they share one process. */
const memoryOf = ({ dataFolder }: TestInstallation): number =>
  family(Number(readFileSync(join(dataFolder, 'run', 'mreza.pid'), 'utf8'))).reduce((sum, pid) => sum + residentMb(pid), 0)

const first = await timed()
console.log(`the first start: ${first.seconds.toFixed(1)} s`)
const times: number[] = []
const memory: number[] = []
let { installation } = first
try {
  for (let round = 0; round < rounds; round += 1) {
    await installation.stop()
    const again = await timed(installation.dataFolder)
    installation = again.installation
    times.push(again.seconds)
    if (round < rounds - 3) continue
    await sleep(idleSeconds * 1_000)
    memory.push(memoryOf(installation))
  }
} finally {
  await installation.remove()
}
console.log(
  `the next starts: ${times.map((one) => one.toFixed(1)).join(', ')} s; median ${median(times).toFixed(1)} s (below ${limit.seconds} s)`,
)
console.log(
  `memory after ${idleSeconds} s idle: ${memory.map((one) => one.toFixed(0)).join(', ')} MB; median ${median(memory).toFixed(0)} MB (below ${limit.mb} MB)`,
)
process.exit(values.check && (median(times) >= limit.seconds || median(memory) >= limit.mb) ? 1 : 0)
