import { parseArgs } from 'node:util'
import { openBus } from '@mreza/bus'
import { withInstallation } from './maintenance/with-installation.ts'
import { Halt } from './provision/halt.ts'
import { say } from './provision/say.ts'
import { waitUntil } from './provision/wait-until.ts'

/**
 * `npm run bus:dead`: the events that a service could not take in. `-- --replay` sends all of them again, `-- --replay 4,7` those with
 * these numbers. A replayed event that fails again comes back with a new number.
 */
await withInstallation(async ({ natsUrl }) => {
  const chosen = readChoice(process.argv.slice(2))
  const bus = openBus({ servers: natsUrl, name: 'mreza-maintenance' })
  try {
    if (!(await waitUntil(() => bus.status() === 'up', 10)))
      throw new Halt('The broker does not answer. Start the installation, or check NATS_URL.')
    if (chosen !== undefined) {
      say.line('replayed', `${await bus.replayDead(chosen === 'all' ? undefined : chosen)} events`)
      return 0
    }
    const letters = await bus.listDead()
    for (const { seq, service, subject, reason, error, tries, at } of letters)
      say.line(`#${seq}`, `${at}  ${service}  ${subject}  ${reason} (${error}, tried ${tries} times)`)
    say.line('parked', `${letters.length} events`)
    return 0
  } finally {
    await bus.close()
  }
})

function readChoice(words: readonly string[]): 'all' | number[] | undefined {
  const { values, positionals } = parseArgs({ args: [...words], options: { replay: { type: 'boolean' } }, allowPositionals: true })
  if (!values.replay) return undefined
  const numbers = positionals.flatMap((word) => word.split(',')).map(Number)
  if (!numbers.every((number) => Number.isInteger(number) && number > 0))
    throw new Halt('The numbers of events are whole, as the list shows them: npm run bus:dead -- --replay 4,7')
  return numbers.length === 0 ? 'all' : numbers
}
