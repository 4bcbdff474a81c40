/** Operations of contracts over tRPC: how a service answers them and how another service calls them. */
export type { CallContext } from './call-context.ts'
export { type Caller, type ClientOf, clientOf } from './client.ts'
export { type Implementations, implement, type Pieces } from './implement.ts'
export { headers, limits } from './limits.ts'
export type { FirstWall } from './pipeline.ts'
export { httpStatusOf, refusalResponse } from './refusal-wire.ts'
export type { ProcedureOf, RefusalError, RouterOf } from './router-of.ts'
export { mintToken, type TokenClaims, type TokenRequest, verifyToken } from './token.ts'
