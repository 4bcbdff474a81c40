/** The only door of the installation, and identity, which lives behind it. */
export { GatewayConfig, originsOf, readGatewayConfig, settingOf } from './config.ts'
export { type Backend, backendAt, backendHere } from './http/backend.ts'
export { type SeedPerson, seedPeople } from './seed-people.ts'
export { type GatewaySetting, type RunningGateway, startGateway } from './service.ts'
export { identityMigrations } from './store/migrations/index.ts'
export { prepareSetUp } from './store/set-up.ts'
