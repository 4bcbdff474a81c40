/** The directory as the parts have agreed on it: networks, institutions, services, people and contacts. */
export * from './capabilities.ts'
export * from './events.ts'
export * from './institution.ts'
export * from './network.ts'
export * from './operations.ts'
export * from './refusals.ts'
