/** The monitoring service, for a process that runs several services. */
export { monitoringService } from './service.ts'
