/** The notifications service, for a process that runs several services. */
export { notificationsService } from './service.ts'
