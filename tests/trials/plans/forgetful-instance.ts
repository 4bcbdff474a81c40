import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeLog } from '@mreza/service'
import { startLive } from '../../../apps/plans/src/live/start-live.ts'
import { testOrigin, type World } from '../../../apps/plans/src/service-for-tests.ts'
import type { PlansTables } from '../../../apps/plans/src/store/tables.ts'

/** The live side of an instance that keeps no room in memory in which nobody is. */
export interface ForgetfulInstance {
  readonly address: string
  /** Is this room in its memory? */
  remembers(roomId: string): boolean
  stop(): Promise<void>
}

/** Starts one over the world's database and broker. */
export const startForgetful = async ({ database, bus }: World): Promise<ForgetfulInstance> => {
  const live = startLive({
    db: database.pools<PlansTables>('plans'),
    bus: bus.bus,
    log: makeLog('plans', 'silent'),
    now: () => new Date(),
    publicOrigin: testOrigin,
    templates: new Map(),
    limits: { idleRoomMs: 0, openRooms: 4 },
  })
  const http = createServer().on('upgrade', live.server.upgrade).listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    address: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    remembers: (roomId) => live.server.peek(roomId) !== undefined,
    stop: async () => {
      await live.stop()
      http.closeAllConnections()
      http.close()
    },
  }
}
