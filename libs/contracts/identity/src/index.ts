/** Accounts, memberships, invitations and sessions as the parts have agreed on them. */
export * from './account.ts'
export * from './capabilities.ts'
export * from './confirmation.ts'
export * from './events.ts'
export * from './health.ts'
export * from './invitation.ts'
export * from './operations.ts'
export * from './refusals.ts'
