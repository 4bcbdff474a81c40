/** The plans service, for a process that runs several services. */
export { compactRoom } from './live/compact-room.ts'
export { plansService } from './service.ts'
