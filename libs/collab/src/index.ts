/**
 * Shared documents over WebSocket, in y-websocket's protocol, with what that protocol leaves to the server: rights per
 * connection, a gate and a trial for every update, durability before visibility, presence, limits. Knows no word of the
 * domain: who may come in, what they may do and where updates are kept is handed in.
 */

export type { UpdateRefusal } from './gate.ts'
export { defaultLimits, type LiveLimits } from './limits.ts'
export { LiveServer, type LiveServerOptions } from './live-server.ts'
export { type Replayed, replay } from './replay.ts'
export type * from './seams.ts'
export type { RootShape } from './shape.ts'
