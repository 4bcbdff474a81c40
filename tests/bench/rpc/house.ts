import { readStandaloneConfig, startInstallation } from '@mreza/standalone'

/** The whole installation in one process, as `npm start` runs it. */
const config = readStandaloneConfig(process.env)
const { address } = await startInstallation(config, process.argv.includes('--separate'))
process.send?.({ address, passwords: config.secrets.rolePasswords })
