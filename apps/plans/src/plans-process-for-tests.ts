import { openBus } from '@mreza/bus'
import { openPools } from '@mreza/db'
import { plansService } from './service.ts'
import { startInstance } from './service-for-tests.ts'

/** Runs an instance as a process of its own, to be killed. Says its address on standard output. */
const [url = '', passwords = '{}', servers = ''] = process.argv.slice(2)
const pools = openPools({ url, service: plansService.migrations, passwords: JSON.parse(passwords), max: 4 })
const instance = await startInstance(
  { pools: <T>() => pools as unknown as import('@mreza/db').Pools<T> },
  { bus: openBus({ servers, name: 'plans' }) },
)
process.stdout.write(`${instance.address}\n`)
