import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Instance } from '../../../apps/plans/src/service-for-tests.ts'

/** A front to a service on which one can see what lies unsent for each line. */
export interface WatchedServer {
  readonly address: string
  /** The most bytes that ever lay unsent on the lines whose requests carried this `user-agent`. */
  mostUnsent(userAgent: string): number
  stop(): void
}

/** Opens one in front of an instance. */
export const watch = async ({ service }: Pick<Instance, 'service'>): Promise<WatchedServer> => {
  const most = new Map<string, number>()
  const server = createServer()
  server.on('upgrade', (request, socket, head) => {
    const { write } = socket
    const name = request.headers['user-agent'] ?? ''
    socket.write = (...given: unknown[]) => {
      const answer = Reflect.apply(write, socket, given)
      most.set(name, Math.max(most.get(name) ?? 0, socket.writableLength))
      return answer
    }
    service.upgrade?.(request, socket as Socket, head)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mostUnsent: (userAgent) => most.get(userAgent) ?? 0,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
