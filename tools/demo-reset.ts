import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolderOf } from './maintenance/with-installation.ts'
import { conduct, Ending } from './provision/ending.ts'
import { Halt } from './provision/halt.ts'
import { readInstallation } from './provision/installation.ts'
import { lockDataFolder } from './provision/lock.ts'
import { say } from './provision/say.ts'

/** `npm run demo:reset`: takes a demo installation back to before its first start. Anything but a demo is refused. */
const ending = new Ending()
await conduct(
  ending,
  async () => reset(dataFolderOf(process.env)),
  () => {},
  130,
)

function reset(dataFolder: string): number {
  const installation = existsSync(dataFolder) ? readInstallation(dataFolder) : undefined
  if (!installation) throw new Halt(`There is no installation in ${dataFolder}, so there is nothing to reset.`)
  if (!installation.demo) throw new Halt(`${dataFolder} is not a demo. Its data is not removed by a command.`)
  if (process.env.DATABASE_URL || process.env.NATS_URL)
    throw new Halt('DATABASE_URL or NATS_URL is set. What lies on servers of your own is not removed by this command: unset them.')
  const lock = lockDataFolder(dataFolder)
  const { serversIn } = installation
  // The record goes first: a command that is stopped half-way leaves the beginning of a fresh installation.
  rmSync(join(dataFolder, 'installation.json'))
  for (const name of ['postgres', 'nats']) rmSync(join(serversIn ?? dataFolder, name), { recursive: true, force: true })
  if (serversIn && serversIn !== dataFolder) rmSync(serversIn, { recursive: true, force: true })
  rmSync(join(dataFolder, 'secrets.json'), { force: true })
  lock.release()
  say.line('demo', 'reset; the next npm start begins anew')
  return 0
}
