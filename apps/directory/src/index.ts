/** The directory service, for a process that runs several services, and the seed of a demo installation. */
export { type SeededPerson, seedDemoPeople } from './demo-people.ts'
export { importNetworks } from './imports/import-networks.ts'
export { directoryService } from './service.ts'
