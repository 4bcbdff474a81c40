/** Monitoring as the parts have agreed on it: the tracker and the figures. */
export * from './capabilities.ts'
export * from './operations.ts'
export * from './tracker.ts'
