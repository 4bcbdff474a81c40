/** The whole of Mreža as one installation. */
export { OwnConfig, readStandaloneConfig, type StandaloneConfig } from './config.ts'
export { serviceEnvironment, serviceFlags } from './separate/service-process.ts'
export { services } from './services.ts'
export { type RunningInstallation, startInstallation } from './start.ts'
