import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { family, familyCpuSeconds } from '../process-figures.ts'
import { contestantNames } from './contestant.ts'
import { contestantsIn } from './contestants.ts'
import { installPeers } from './peers.ts'
import { openPlansWorld } from './plans-world.ts'
import { randomOf } from './random.ts'
import { machine, report } from './report.ts'
import { Results } from './results.ts'
import type { Surroundings } from './work.ts'
import { works } from './works.ts'

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

const runAll = async (): Promise<void> => {
  const world = await openPlansWorld()
  const [results, begun, contestants] = [new Results(), machine(), contestantsIn(world)]
  const around: Surroundings = {
    seconds: Number(values.seconds),
    kills: Number(values.kills),
    databaseCpu: () => familyCpuSeconds(postgres()),
  }
  const asked = (list: string, name: string) => list.split(',').includes(name)
  try {
    for (const [name, { work, who, runs }] of Object.entries(works).filter(([name]) => asked(values.only, name)))
      for (let run = 0; run < Math.min(runs, Number(values.runs)); run += 1)
        for (const contestant of contestants.filter((one) => who.includes(one.name) && asked(values.servers, one.name))) {
          const figures = await work(contestant, around, randomOf(Number(values.seed) + run))
          results.add(name, contestant.name, figures)
          say(`${name} ${contestant.name} ${JSON.stringify(figures)}`)
        }
    const taking = contestants.filter((one) => asked(values.servers, one.name))
    console.log(`\n${report(results, taking, begun, command)}`)
  } finally {
    await world.stop()
  }
}

if (values.help) console.log(usage)
else {
  installPeers()
  await runAll()
}
process.exit(0)
