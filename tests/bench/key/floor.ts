import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openAdmin } from '@mreza/db'
import { sql } from 'kysely'
import { WebSocket, WebSocketServer } from 'ws'

/** What no server can be faster than: the way there and back, and one row that is safe on disk. */
export interface Floor {
  /** Milliseconds of one echo and one commit, one after the other. */
  once(): Promise<number>
  close(): Promise<void>
}

const rowBytes = Buffer.alloc(40, 1)

/** A socket that sends back what it gets, and a table in the same server as the plans'. */
export const openFloor = async (databaseUrl: string): Promise<Floor> => {
  const db = openAdmin(databaseUrl)
  await sql`create table floor (id bigint primary key generated always as identity, data bytea not null)`.execute(db)
  const server = createServer().listen(0, '127.0.0.1')
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data)))
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await once(client, 'open')
  return {
    once: async () => {
      const begun = performance.now()
      const back = once(client, 'message')
      client.send(rowBytes)
      await back
      await sql`insert into floor (data) values (${rowBytes})`.execute(db)
      return performance.now() - begun
    },
    close: async () => {
      client.terminate()
      sockets.close()
      server.close()
      await db.destroy()
    },
  }
}
