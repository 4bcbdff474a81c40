import { connect } from 'node:net'
import { z } from 'zod'

const Greeting = z.object({ version: z.string(), jetstream: z.boolean().default(false) })
/** What a NATS server says of itself to whoever connects, before any sign-in. */
export type Greeting = z.infer<typeof Greeting>

/** Connects and reads the server's greeting; `undefined` when nothing that speaks NATS answers in time. */
export function greeting(host: string, port: number, milliseconds = 3000): Promise<Greeting | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    let heard = ''
    const end = (found?: Greeting) => {
      socket.destroy()
      resolve(found)
    }
    socket.setTimeout(milliseconds, () => end())
    socket.on('error', () => end())
    socket.on('close', () => resolve(undefined))
    socket.on('data', (piece) => {
      heard += piece
      if (heard.includes('\r\n') || heard.length > 65_536) end(parse(heard))
    })
  })
}

function parse(line: string): Greeting | undefined {
  const json = /^INFO (\{.*\})/.exec(line)?.[1]
  try {
    return json ? Greeting.parse(JSON.parse(json)) : undefined
  } catch {
    return undefined
  }
}
