/** Notifications as the parts have agreed on them: the inbox and its live stream. */
export * from './capabilities.ts'
export * from './notification.ts'
export * from './operations.ts'
