import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type LiveLimits, LiveServer, type Right } from '@mreza/collab'
import { rootsOfRoom } from '@mreza/plan-document'
import { MemoryStore } from '../../../libs/collab/src/memory-store-for-tests.ts'

interface Who {
  readonly person: string
}

/** A live server of plan rooms by itself: its doorkeeper believes what it is told, and its log is in memory. */
export interface BareServer {
  readonly address: string
  /** The updates that were taken, by room. */
  readonly log: ReadonlyMap<string, readonly Uint8Array[]>
  readonly counts: LiveServer<Who>['counts']
  /** Where a person enters a room of the section `core` under a writer number and with a right. */
  pathTo(room: string, person: string, clientId: number, right?: Right): string
  stop(): Promise<void>
}

/** Starts one, for what is about frames and needs neither tickets nor rows. */
export const startBareServer = async (limits: Partial<LiveLimits> = {}): Promise<BareServer> => {
  const store = new MemoryStore<Who>()
  const rights = new Map<string, Right>()
  const server = new LiveServer<Who>({
    doorkeeper: {
      admit: async ({ url = '' }) => {
        const [, room = '', person = '', number = '1', right = 'write'] = url.split('/')
        rights.set(person, right as Right)
        return {
          room,
          shape: rootsOfRoom('core'),
          clientId: Number(number),
          person,
          right: right as Right,
          presence: { personId: person },
          who: { person },
        }
      },
    },
    rights: { of: async (connections) => connections.map(({ who }) => rights.get(who.person) ?? 'none') },
    store,
    fanout: { publish: () => undefined, subscribe: () => () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    subprotocol: 'bare',
    limits,
  })
  const http = createServer()
  http.on('upgrade', server.upgrade)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    address: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    log: store.log,
    get counts() {
      return server.counts
    },
    pathTo: (room, person, clientId, right = 'write') => `/${room}/${person}/${clientId}/${right}`,
    stop: async () => {
      await server.stop()
      http.closeAllConnections()
      http.close()
    },
  }
}
