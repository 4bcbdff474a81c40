import { type Notification, notificationOperations } from '@mreza/contracts-notifications'
import { headers, mintToken } from '@mreza/rpc'
import { makeLog, type StartedService, startService } from '@mreza/service'
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
} from '@mreza/testkit'
import { notificationsService } from './service.ts'

/** The service as it runs, over a real database and a real broker, and a second schema in which events happen. */
export interface World {
  readonly database: TestDatabase
  readonly bus: TestBus
  readonly service: StartedService
  dispose(): Promise<void>
}

export const openWorld = async (): Promise<World> => {
  const database = await createTestDatabase([identityStandIn, elsewhere, notificationsService.migrations])
  const bus = await testBus()
  const service = await startService(notificationsService, {
    db: database.pools('notifications'),
    bus: bus.bus,
    log: makeLog('notifications', 'silent'),
    now: () => new Date(),
    doorTo: () => async () => new Response(null, { status: 503 }),
    keys: testKeys('notifications'),
    installation: { demo: false, publicOrigin: 'http://localhost', protocolsFolder: '' },
  })
  bus.bus.relay({ db: database.pools('elsewhere').worker, schema: 'elsewhere' })
  const dispose = async () => {
    await service.stop()
    await bus.dispose()
    await database.dispose()
  }
  return { database, bus, service, dispose }
}

/** Calls the inbox as the person of this session. */
export const inboxClient = (world: World, session: TestSession) =>
  personClient(notificationOperations, world.service.door, 'notifications', session)

export interface InboxState {
  readonly unread: number
  readonly newest: Notification | null
}

/** An open stream of a person's inbox: what it said so far, and whether it has ended. */
export interface Watch {
  readonly said: InboxState[]
  readonly ended: Promise<void>
  leave(): void
}

const statesIn = (events: string): InboxState[] =>
  events.split('\n\n').flatMap((event) => {
    const data = /^data: (\{.*"unread".*\})$/m.exec(event)?.[1]
    return data === undefined ? [] : [JSON.parse(data) as InboxState]
  })

export const watchPath = '/rpc/notifications/watchInbox?input={}'
export const watchHeaders = ({ subject, databaseKey }: TestSession): Record<string, string> => ({
  [headers.token]: mintToken(testKeys('gateway').tokenKeys, { subject, databaseKey, audience: 'notifications' }, new Date()),
  accept: 'text/event-stream',
})

/** Opens the stream as a browser does, by server-sent events. */
export const watch = async (world: World, session: TestSession): Promise<Watch> => {
  const leaving = new AbortController()
  const request = new Request(`http://notifications.internal${watchPath}`, { headers: watchHeaders(session), signal: leaving.signal })
  const response = await world.service.door(request)
  const said: InboxState[] = []
  const read = async () => {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const whole = text.lastIndexOf('\n\n')
      said.push(...statesIn(text.slice(0, Math.max(whole, 0))))
      text = text.slice(Math.max(whole, 0))
    }
  }
  return { said, ended: read().catch(() => undefined), leave: () => leaving.abort() }
}
