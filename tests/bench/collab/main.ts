import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { family, familyCpuSeconds } from '../process-figures.ts'
import { contestantNames } from './contestant.ts'
import { contestantsIn } from './contestants.ts'
import { installPeers } from './peers.ts'
import { openPlansWorld } from './plans-world.ts'
import { randomOf } from './random.ts'
import type { Figures } from './work.ts'
import { works } from './works.ts'

// The live plan beside other servers of Yjs documents, in turn, with the same people who type.
const usage = `npm run bench -- collab [--only ${Object.keys(works).join()}] [--servers ${contestantNames.join()}]
  [--runs 3] [--seconds 15] [--kills 5] [--seed 1] [--markdown]`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string', default: contestantNames.join() },
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '15' },
    kills: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    markdown: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}
installPeers()
const world = await openPlansWorld()
const nameOf = (pid: number) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
const postgres = family(process.pid).find((pid) => nameOf(pid) === 'postgres') ?? 0
const around = {
  seconds: Number(values.seconds),
  kills: Number(values.kills),
  databaseCpu: () => familyCpuSeconds(postgres),
}
try {
  for (const [name, work] of Object.entries(works)) {
    if (values.only !== undefined && !values.only.split(',').includes(name)) continue
    for (let run = 0; run < Number(values.runs); run += 1)
      for (const contestant of contestantsIn(world)) {
        if (!values.servers.split(',').includes(contestant.name)) continue
        const figures: Figures = await work(contestant, around, randomOf(Number(values.seed) + run))
        console.log(name, contestant.name, JSON.stringify(figures))
      }
  }
} finally {
  await world.stop()
}
process.exit(0)
