import type { Notification } from '@mreza/contracts-notifications'
import { headers, mintToken } from '@mreza/rpc'
import { completeSecrets, keysOf, makeLog, type RunningService } from '@mreza/service'
import { createTestDatabase, elsewhere, identityStandIn, type TestBus, type TestDatabase, type TestSession, testBus } from '@mreza/testkit'
import { notificationsService } from './service.ts'

const secrets = completeSecrets({}, [], ['gateway', 'notifications'])

/** The service as it runs, over a real database and a real broker, and a second schema in which events happen. */
export interface World {
  readonly database: TestDatabase
  readonly bus: TestBus
  readonly service: RunningService
  dispose(): Promise<void>
}

export const openWorld = async (): Promise<World> => {
  const database = await createTestDatabase([identityStandIn, elsewhere, notificationsService.migrations])
  const bus = await testBus()
  const service = await notificationsService.start({
    db: database.pools('notifications'),
    bus: bus.bus,
    log: makeLog('notifications', 'silent'),
    now: () => new Date(),
    doorTo: () => async () => new Response(null, { status: 503 }),
    keys: keysOf(secrets, 'notifications'),
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

/** A request as the gateway forwards it for a session. */
export const requestAs = ({ subject, databaseKey }: TestSession, path: string, init: RequestInit = {}): Request => {
  const token = mintToken(keysOf(secrets, 'gateway').tokenKeys, { subject, databaseKey, audience: 'notifications' }, new Date())
  return new Request(`http://notifications.internal/rpc/notifications/${path}`, {
    ...init,
    headers: { ...init.headers, [headers.token]: token, 'content-type': 'application/json' },
  })
}

const inputOf = (input: unknown) => `input=${encodeURIComponent(JSON.stringify(input))}`

/** What a query answers; a refusal is thrown as its code. */
export const ask = async <T>(world: World, session: TestSession, operation: string, input: unknown = {}): Promise<T> =>
  answerOf<T>(await world.service.door(requestAs(session, `${operation}?${inputOf(input)}`)))

/** What a mutation answers; a refusal is thrown as its code. */
export const tellTo = async <T>(world: World, session: TestSession, operation: string, input: unknown = {}): Promise<T> =>
  answerOf<T>(await world.service.door(requestAs(session, operation, { method: 'POST', body: JSON.stringify(input) })))

const answerOf = async <T>(response: Response): Promise<T> => {
  const body = (await response.json()) as { result?: { data: T }; error?: { data: { refusal: { code: string } } } }
  if (body.result === undefined) throw new Error(`refused: ${body.error?.data.refusal.code}`)
  return body.result.data
}

export interface Page {
  readonly notifications: Notification[]
  readonly unread: number
}

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

/** Opens the stream as a browser does, by server-sent events. */
export const watch = async (world: World, session: TestSession): Promise<Watch> => {
  const leaving = new AbortController()
  const request = requestAs(session, `watchInbox?${inputOf({})}`, { headers: { accept: 'text/event-stream' }, signal: leaving.signal })
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
