/** What tests stand on: a real PostgreSQL, a real NATS, people with sessions, and seeds that are printed. */
export { type Broker, startBroker } from './broker.ts'
export { eventually } from './eventually.ts'
export { type PostgresServer, startPostgres } from './postgres-server.ts'
export { seedOf } from './seed-of.ts'
export { type TestBus, testBus } from './test-bus.ts'
export { createTestDatabase, type TestDatabase, testPasswords } from './test-database.ts'
export { type TestSession, testSession } from './test-session.ts'
export { testSubject } from './test-subject.ts'
