import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { family, familyCpuSeconds } from '../process-figures.ts'
import { type Contestant, contestantNames } from './contestant.ts'
import { contestantsIn } from './contestants.ts'
import { installPeers } from './peers.ts'
import { openPlansWorld } from './plans-world.ts'
import { randomOf } from './random.ts'
import { machine, report } from './report.ts'
import { Results } from './results.ts'
import type { Surroundings } from './work.ts'
import { type Planned, works } from './works.ts'

// The live plan beside other servers of Yjs documents, in turn, with the same people who type.
const usage = `npm run bench -- collab [--only ${Object.keys(works).join()}] [--servers ${contestantNames.join()}]
  [--runs 3] [--seconds 15] [--kills 5] [--seed 1] [--markdown]

--only      some of the works          --servers  some of the servers
--runs      how often each, in turn    --seconds  how long people type
--kills     how often each is killed   --seed     of everything that is random
--markdown  print nothing on standard output but the tables`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(works).join() },
    servers: { type: 'string', default: contestantNames.join() },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '15' },
    kills: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    markdown: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const command = ['npm run bench -- collab', ...process.argv.slice(2)].join(' ')
const say = values.markdown ? console.error : console.log

/** The one that this process started. */
const postgres = (): number => family(process.pid).find((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres') ?? 0

/** One work against one server, once. */
interface Turn {
  readonly name: string
  readonly planned: Planned
  readonly contestant: Contestant
  readonly run: number
}

const isAsked = (list: string, name: string): boolean => list.split(',').includes(name)

/** All turns in their order: the servers of a work one after the other, and all of them again. */
function* turns(contestants: readonly Contestant[]): Generator<Turn> {
  for (const [name, planned] of Object.entries(works))
    for (let run = 0; isAsked(values.only, name) && run < Math.min(planned.runs, Number(values.runs)); run += 1)
      for (const contestant of contestants) if (planned.who.includes(contestant.name)) yield { name, planned, contestant, run }
}

/** Takes a turn; what goes wrong in it is told in the end, and the others are still measured. */
const take = async ({ name, planned, contestant, run }: Turn, around: Surroundings, results: Results): Promise<void> => {
  try {
    const figures = await planned.work(contestant, around, randomOf(Number(values.seed) + run))
    results.add(name, contestant.name, figures)
    say(`${name} ${contestant.name} ${JSON.stringify(figures)}`)
  } catch (error) {
    results.failures.push(`${name}, ${contestant.title}: ${error instanceof Error ? error.message : error}`)
    say(`FAILED ${results.failures.at(-1)}`)
  }
}

const runAll = async (): Promise<boolean> => {
  const world = await openPlansWorld()
  try {
    const [results, begun] = [new Results(), machine()]
    const contestants = contestantsIn(world).filter(({ name }) => isAsked(values.servers, name))
    const server = postgres()
    const around: Surroundings = {
      seconds: Number(values.seconds),
      kills: Number(values.kills),
      databaseCpu: () => familyCpuSeconds(server),
    }
    for (const turn of turns(contestants)) await take(turn, around, results)
    console.log(`\n${report(results, contestants, begun, command)}`)
    return results.failures.length === 0
  } finally {
    await world.stop()
  }
}

if (values.help) {
  console.log(usage)
  process.exit(0)
}
installPeers()
process.exit((await runAll()) ? 0 : 1)
