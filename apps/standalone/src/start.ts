import { migrate } from '@mreza/db'
import { identityMigrations } from '@mreza/gateway'
import type { StandaloneConfig } from './config.ts'
import { startInOneProcess } from './one-process.ts'
import { startSeparately } from './separate/start-separately.ts'
import { services } from './services.ts'

/** The whole installation while it runs. */
export interface RunningInstallation {
  readonly address: string
  /** The link for the first administrator, while there is none. */
  readonly setupLink: string | undefined
  stop(): Promise<void>
}

/** Brings the database up to date, then starts everything, in this process or each service in one of its own. */
export const startInstallation = async (config: StandaloneConfig, separate: boolean): Promise<RunningInstallation> => {
  await migrate(config.admin, [identityMigrations, ...services.map((service) => service.migrations)], config.secrets.rolePasswords)
  return separate ? startSeparately(config) : startInOneProcess(config)
}
