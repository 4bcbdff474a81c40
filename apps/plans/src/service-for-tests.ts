import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBus } from '@mreza/bus'
import type { CaseId, PlanId, Section, Subject } from '@mreza/contracts-kernel'
import { plansOperations } from '@mreza/contracts-plans'
import { newId } from '@mreza/db'
import { protocolsFolder } from '@mreza/protocols'
import { type Door, makeLog, type RunningService } from '@mreza/service'
import {
  createTestDatabase,
  elsewhere,
  identityStandIn,
  personClient,
  type TestBus,
  type TestDatabase,
  type TestSession,
  testBus,
  testKeys,
  testSession,
  testSubject,
} from '@mreza/testkit'
import { conferencesStandIn, takePart } from './conferences-stand-in.ts'
import { directoryStandIn } from './directory-stand-in.ts'
import { plansService } from './service.ts'

/** The origin that sockets of tests come from. */
export const testOrigin = 'http://mreza.test'

/** An instance of the service that listens. */
export interface Instance {
  readonly service: RunningService
  /** Such as `ws://127.0.0.1:4711`. */
  readonly address: string
  stop(): Promise<void>
}

/** A person who takes part in the case of the world. */
export interface Member {
  readonly session: TestSession
  readonly subject: Subject
  readonly calls: ReturnType<typeof callsOf>
  /** Ends the participation of their institution. */
  endParticipation(): Promise<void>
}

/** The service as it runs, over a real database and a real broker, with a case. */
export interface World {
  readonly database: TestDatabase
  readonly bus: TestBus
  readonly instance: Instance
  readonly caseId: CaseId
  /** Signs somebody in whose institution takes part with these sections. */
  member(sections: readonly Section[], given?: Partial<Subject>): Promise<Member>
  /** Another instance beside the first, on a line of its own to the broker, and with a clock and a directory of its own if they are given. */
  another(now?: () => Date, directory?: Door): Promise<Instance>
  dispose(): Promise<void>
}

const callsOf = (service: RunningService, session: TestSession) => personClient(plansOperations, service.door, 'plans', session)

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)))

/** Starts an instance over a database and a broker. */
export const startInstance = async (
  database: Pick<TestDatabase, 'pools'>,
  bus: Pick<TestBus, 'bus'>,
  now = () => new Date(),
  directory: Door = directoryStandIn,
): Promise<Instance> => {
  const service = await plansService.start({
    db: database.pools('plans'),
    bus: bus.bus,
    log: makeLog('plans', 'silent'),
    now,
    doorTo: () => directory,
    keys: testKeys('plans'),
    installation: { demo: false, publicOrigin: testOrigin, protocolsFolder },
  })
  const server = createServer()
  if (service.upgrade !== undefined) server.on('upgrade', service.upgrade)
  const address = await listen(server)
  const stop = async () => {
    await service.stop()
    server.closeAllConnections()
    server.close()
  }
  return { service, address, stop }
}

/** Opens a world; in the run's own PostgreSQL, or in another of which this is the superuser's address. */
export const openWorld = async (postgres?: string): Promise<World> => {
  const database = await createTestDatabase([identityStandIn, elsewhere, conferencesStandIn, plansService.migrations], postgres)
  const bus = await testBus()
  const instance = await startInstance(database, bus)
  const others: Instance[] = []
  const caseId = newId<'CaseId'>()
  bus.bus.relay({ db: database.pools('elsewhere').worker, schema: 'elsewhere' })
  return {
    database,
    bus,
    instance,
    caseId,
    member: async (sections, given) => {
      const subject = testSubject(given)
      const session = await testSession(database.admin, { subject })
      const endParticipation = await takePart(database.admin, caseId, subject.institutionId, sections)
      return { session, subject, calls: callsOf(instance.service, session), endParticipation }
    },
    another: async (now, directory) => {
      const line = openBus({ servers: bus.broker.url, name: 'another' })
      const made = await startInstance(database, { bus: line }, now, directory)
      others.push({ ...made, stop: () => made.stop().then(() => line.close()) })
      return made
    },
    dispose: async () => {
      for (const other of others) await other.stop()
      await instance.stop()
      await bus.dispose()
      await database.dispose()
    },
  }
}

/** The plan of the world's case, opened by this member. */
export const planOf = async (world: World, member: Member): Promise<PlanId> =>
  (await member.calls.openPlan({ caseId: world.caseId })).planId
