/** What happened, carried from service to service: the outbox is the truth, NATS the doorbell (rules D19 and D21). */
export { BrokerAway, type Bus, type BusOptions, type ConsumeOptions, openBus, type RelayOptions } from './bus.ts'
export type { BusLog } from './bus-log.ts'
export type { DeadLetter } from './dead-letters.ts'
export { emit } from './emit.ts'
export { type Envelope, type Reaction, reaction } from './reaction.ts'
export type { Stoppable } from './stoppable.ts'
