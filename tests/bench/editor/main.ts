import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { startInstallation } from '../../e2e/installation.ts'
import { comeIn } from '../../e2e/person.ts'
import { must, smallCase } from '../../e2e/small-case.ts'
import { median } from '../median.ts'
import { largePlan, store } from './large-plan.ts'
import { type Opening, open } from './opening.ts'
import { openFloor, type } from './typing.ts'

// How soon a large plan can be read and written in, and what a key costs there, in a real browser with a real service.
// npm run bench -- editor [--rounds 5] [--keys 100] [--goals 60] [--words 40000] [--check]

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    keys: { type: 'string', default: '100' },
    goals: { type: 'string', default: '60' },
    words: { type: 'string', default: '40000' },
    check: { type: 'boolean' },
  },
})
const rounds = Number(values.rounds)
const limit = { open: 400, key: 8 }
const p95 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN

const parts = {
  scripts: 'the last script before it (0: none)',
  tickets: 'the tickets',
  line: 'the open line of the core room',
  document: 'its document, as bytes',
  read: 'the first text',
} as const

const installation = await startInstallation()
const executablePath = process.env.MREZA_CHROMIUM ?? process.env.CHROME_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  const milica = await comeIn(browser, installation.address, 'Milica Đorđević')
  const tamara = await comeIn(browser, installation.address, 'Tamara Nikolić')
  const caseId = await smallCase(tamara, milica)
  await must(milica, 'plans/openPlan', { caseId })
  await store(installation.dataFolder, caseId, largePlan(Number(values.goals), Number(values.words)))
  await tamara.context.close()
  const { page } = milica
  await open(page, caseId)
  const openings: Opening[] = []
  for (let round = 0; round < rounds; round += 1) openings.push(await open(page, caseId))
  const keys = await type(page, Number(values.keys))
  const bare = await browser.newPage()
  await openFloor(bare, 'reč '.repeat(120))
  const floor = await type(bare, Number(values.keys))

  const ms = (value: number) => value.toFixed(1).padStart(9)
  const written = median(openings.map((one) => one.written))
  console.log(`a plan of ${values.goals} goals and ${values.words} words; medians of ${rounds} openings, ${values.keys} keys`)
  for (const [part, name] of Object.entries(parts))
    console.log(`${`from the click to ${name}`.padEnd(52)}${ms(median(openings.map((one) => one[part as keyof typeof parts])))} ms`)
  console.log(`${'from the click to the caret in it'.padEnd(52)}${ms(written)} ms (at most ${limit.open})`)
  console.log(`${'a key: main thread, p50 and p95'.padEnd(52)}${ms(median(keys))}${ms(p95(keys))} ms (at most ${limit.key})`)
  console.log(`${'floor, a bare contenteditable: p50 and p95'.padEnd(52)}${ms(median(floor))}${ms(p95(floor))} ms`)
  process.exitCode = values.check && (written > limit.open || p95(keys) > limit.key) ? 1 : 0
} finally {
  await browser.close()
  await installation.remove()
}
