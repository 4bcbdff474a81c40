/** A process of its own that relays and takes in, to be killed: `node whole-process-for-tests.ts <database address> <broker address>`. */
import { openPools } from '@mreza/db'
import { testPasswords } from '@mreza/testkit'
import { openBus } from './bus.ts'
import { notes, sender, taker } from './sample-services-for-tests.ts'

const [url = '', servers = ''] = process.argv.slice(2)
const passwords = testPasswords([sender, taker])
const bus = openBus({ servers, name: 'killed' })
bus.relay({ db: openPools({ url, service: sender, passwords, max: 2 }).worker, schema: 'sender' })
await bus.consume({
  service: 'taker',
  db: openPools({ url, service: taker, passwords, max: 2 }).worker,
  schema: 'taker',
  reactions: [notes()],
})
