/** The conferences service, for a process that runs several services. */
export { conferencesService } from './service.ts'
