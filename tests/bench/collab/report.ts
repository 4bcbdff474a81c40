import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Contestant } from './contestant.ts'
import type { Results } from './results.ts'
import { judge, type Target, targets } from './targets.ts'
import { works } from './works.ts'

/** A column: its head, the figure, and how many digits after the point. */
type Column = readonly [head: string, figure: string, digits: number]

const typed: readonly Column[] = [
  ['p50 ms', 'p50', 1],
  ['p99 ms', 'p99', 1],
  ['processor ms an edit', 'cpu', 2],
  ['and PostgreSQL', 'databaseCpu', 2],
  ['memory MB', 'memory', 0],
  ['at most MB', 'peak', 0],
  ['acknowledged p50 ms', 'ackP50', 1],
  ['p99 ms', 'ackP99', 1],
]

const columns: Readonly<Record<string, readonly Column[]>> = {
  '1x50': typed,
  '50x4': typed,
  '200x2': typed,
  kills: [
    ['kills', 'kills', 0],
    ['edits others had seen', 'seen', 0],
    ['of these lost', 'seenLost', 0],
    ['acknowledged as durable', 'acknowledged', 0],
    ['of these lost', 'acknowledgedLost', 0],
  ],
  history: [
    ['edits a second', 'perSecond', 0],
    ['memory MB', 'memory', 0],
    ['at most MB', 'peak', 0],
    ['all in its lasting form after s', 'settled', 1],
    ['opened in ms', 'openMs', 0],
    ['with KB', 'openKb', 0],
    ['“synced” before the content', 'syncedBeforeWhole', 0],
  ],
  rooms: [
    ['KB a room', 'kbEach', 0],
    ['memory without MB', 'empty', 0],
    ['with MB', 'memory', 0],
    ['processor ms a second', 'cpuPerSecond', 0],
  ],
  two: [
    ['one: p50 ms', 'oneP50', 1],
    ['p99 ms', 'oneP99', 1],
    ['two: p50 ms', 'twoP50', 1],
    ['p99 ms', 'twoP99', 1],
  ],
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const written = (value: number, digits: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })

/** The median, and from where to where the runs went. */
const cell = (values: readonly number[], middle: number | undefined, digits: number): string => {
  if (middle === undefined) return '–'
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const range = `${written(least, digits)}–${written(most, digits)}`
  return values.length > 1 && least !== most ? `${written(middle, digits)} (${range})` : written(middle, digits)
}

const tableOf = (results: Results, name: string, contestants: readonly Contestant[]): string => {
  const wanted = columns[name] ?? []
  const rows = contestants
    .filter((contestant) => works[name]?.who.includes(contestant.name))
    .map((contestant) => [
      contestant.title,
      ...wanted.map(([, figure, digits]) =>
        cell(results.all(name, contestant.name, figure), results.median(name, contestant.name, figure), digits),
      ),
    ])
  return `### ${works[name]?.title}\n\n${table(['', ...wanted.map(([head]) => head)], rows)}`
}

const limitOf = ({ atMost, atLeast, unit, against, againstOwn }: Target): string => {
  const sign = unit !== undefined ? ` ${unit}` : against !== undefined || againstOwn !== undefined ? '×' : ''
  return atMost === undefined ? `at least ${atLeast}${sign}` : `at most ${atMost}${sign}`
}

const targetRows = (results: Results): string[][] =>
  targets.flatMap((target) => {
    const judged = judge(results, target)
    return judged === undefined
      ? []
      : [[target.work, target.what, limitOf(target), written(judged.measured, 2), judged.kept ? 'kept' : '**missed**']]
  })

const versionsOf = (): string => {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  return `commit \`${commit}\`, Node ${process.versions.node}, SQLite ${process.versions.sqlite ?? ''}`
}

/** What a reader must know of the machine: said at the begin and at the end, for others may be at work on it. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${written(totalmem() / 2 ** 30, 0)} GB, load average ${written(loadavg()[0] ?? 0, 1)}`

/** All tables as Markdown. */
export const report = (results: Results, contestants: readonly Contestant[], begun: string, command: string): string => {
  const measured = Object.keys(works).filter((name) => results.has(name))
  return [
    `\`${command}\` at ${versionsOf()}. At the begin: ${begun}; at the end: ${machine()}. Medians (from–to) of the runs.`,
    ...measured.map((name) => tableOf(results, name, contestants)),
    ...(results.failures.length === 0
      ? []
      : [`### What went wrong\n\n${results.failures.map((failure) => `- **${failure}**`).join('\n')}`]),
    `### What was wanted\n\n${table(['work', 'what', 'wanted', 'measured', ''], targetRows(results))}`,
  ].join('\n\n')
}
