import { connect, createServer, type Server, type Socket } from 'node:net'

/** What a broken line does: says nothing any more in both directions or in one, or ends everything that goes over it. */
export type Break = 'silent' | 'deaf' | 'mute' | 'reset'

/** A line between two programs that a test can break. */
export interface TcpProxy {
  readonly port: number
  /**
   * Breaks the line. `silent`: nothing passes, as when a cable is pulled; `deaf` and `mute`: nothing passes towards the server, or
   * from it; `reset`: connections end and new ones are refused until {@link heal}.
   */
  cut(how: Break): void
  /** What was held passes, and what comes. */
  heal(): void
  stop(): Promise<void>
}

interface Line {
  readonly client: Socket
  readonly server: Socket
}

/** Passes on what one side says, as long as the other side takes it and the line is whole. */
const pass = (from: Socket, to: Socket, isOpen: () => boolean): void => {
  from.on('data', (bytes) => {
    if (!to.write(bytes)) from.pause()
  })
  to.on('drain', () => isOpen() && from.resume())
  from.on('end', () => to.end())
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    }),
  )

/** Starts a line to a port of this machine. */
export const startTcpProxy = async (to: number): Promise<TcpProxy> => {
  const lines = new Set<Line>()
  let broken: Break | null = null
  const passesUnless = (direction: 'deaf' | 'mute') => broken !== 'silent' && broken !== direction
  const hold = ({ client, server }: Line) => {
    if (passesUnless('deaf')) client.resume()
    else client.pause()
    if (passesUnless('mute')) server.resume()
    else server.pause()
  }
  const proxy = createServer((client) => {
    if (broken === 'reset') {
      client.resetAndDestroy()
      return
    }
    const line = { client, server: connect(to, '127.0.0.1') }
    lines.add(line)
    client.on('close', () => lines.delete(line))
    pass(client, line.server, () => passesUnless('deaf'))
    pass(line.server, client, () => passesUnless('mute'))
    hold(line)
  })
  return {
    port: await listen(proxy),
    cut: (how) => {
      broken = how
      for (const line of lines) {
        if (how === 'reset') for (const end of [line.client, line.server]) end.resetAndDestroy()
        else hold(line)
      }
    },
    heal: () => {
      broken = null
      for (const line of lines) hold(line)
    },
    stop: async () => {
      for (const { client, server } of lines) for (const end of [client, server]) end.destroy()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
