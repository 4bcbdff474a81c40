import { createInterface } from 'node:readline'
import { openBus } from '@mreza/bus'
import { openPools, type Pools } from '@mreza/db'
import { compactRoom } from './live/compact-room.ts'
import { plansService } from './service.ts'
import { startInstance } from './service-for-tests.ts'
import type { PlansTables } from './store/tables.ts'

// Runs an instance as a process of its own, to be killed or stopped. Says its address on standard output; then compacts each room that
// standard input names, and says when that is done. Ends when nobody holds its input any more.

const [url = '', passwords = '{}', servers = ''] = process.argv.slice(2)
const pools = openPools<PlansTables>({ url, service: plansService.migrations, passwords: JSON.parse(passwords), max: 4 })
const instance = await startInstance({ pools: <T>() => pools as unknown as Pools<T> }, { bus: openBus({ servers, name: 'plans' }) })
const orders = createInterface(process.stdin)
orders.on('line', (room) => {
  void compactRoom(pools.worker, room, new Date()).then((done) => process.stdout.write(`${room} ${done}\n`))
})
orders.on('close', () => process.exit())
process.stdout.write(`${instance.address}\n`)
