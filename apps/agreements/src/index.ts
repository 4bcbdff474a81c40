/** The agreements service, for a process that runs several services. */
export { agreementsService } from './service.ts'
