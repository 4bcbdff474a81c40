import { openPools, type Pools } from '@mreza/db'
import { directoryService } from '@mreza/directory'
import { identityMigrations, prepareSetUp } from '@mreza/gateway'
import type { Log } from '@mreza/service'
import type { StandaloneConfig } from './config.ts'
import { seedDemo } from './seed.ts'

const identityPools = (config: StandaloneConfig): Pools =>
  openPools({ url: config.service.DATABASE_URL, service: identityMigrations, passwords: config.secrets.rolePasswords, max: 1 })

const directoryPools = (config: StandaloneConfig): Pools =>
  openPools({ url: config.service.DATABASE_URL, service: directoryService.migrations, passwords: config.secrets.rolePasswords, max: 1 })

/**
 * What an installation needs once the directory runs and before people come: the demo people in a demo, and otherwise, until there
 * is an administrator, the link to make one. Its secret stands after `#`, which no server sees. Gives the link, if any.
 */
export const firstSteps = async (config: StandaloneConfig, log: Log): Promise<string | undefined> => {
  const identity = identityPools(config)
  const directory = directoryPools(config)
  try {
    if (config.service.MREZA_DEMO) {
      await seedDemo({ directory, identity }, config.service.MREZA_PROTOCOLS, log)
      return undefined
    }
    const token = await prepareSetUp(identity.runtime as Parameters<typeof prepareSetUp>[0], new Date())
    return token === undefined ? undefined : `${config.service.MREZA_PUBLIC_ORIGIN}/set-up#${token}`
  } finally {
    await Promise.all([identity.close(), directory.close()])
  }
}
