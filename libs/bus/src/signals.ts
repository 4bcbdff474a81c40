import { randomUUID } from 'node:crypto'
import { headers, type NatsConnection, type Subscription } from 'nats'
import type { Line } from './line.ts'
import type { Stoppable } from './stoppable.ts'

type Heard = (data: string, subject: string) => void

const prefix = 'mreza-signal.'
const senderKey = 'mreza-sender'

/** Whether a subject fits a pattern in which `*` is one word and a final `>` any number of words. */
const fits = (pattern: string, subject: string): boolean => {
  const wanted = pattern.split('.')
  const words = subject.split('.')
  const rest = wanted.at(-1) === '>' ? wanted.length - 1 : undefined
  if (rest === undefined ? words.length !== wanted.length : words.length <= rest) return false
  return wanted.slice(0, rest).every((word, index) => word === '*' || word === words[index])
}

export interface Signals {
  send(subject: string, data: string): void
  on(subject: string, heard: Heard): Stoppable
  close(): void
}

/** Fan-out without storage. Those in this process hear at once, also while the broker is away; those elsewhere only through it. */
export const openSignals = (line: Line): Signals => {
  const me = randomUUID()
  const local = new Map<Heard, string>()
  const remote = new Map<string, { subscription?: Subscription; connection?: NatsConnection; count: number }>()

  const hearLocally = (subject: string, data: string): void => {
    for (const [heard, pattern] of local) if (fits(pattern, subject)) heard(data, subject)
  }

  const hearFromAfar = (through: string, subject: string, data: string): void => {
    for (const [heard, pattern] of local) if (pattern === through) heard(data, subject)
  }

  const subscribe = (connection: NatsConnection, pattern: string): Subscription =>
    connection.subscribe(prefix + pattern, {
      callback: (error, message) => {
        if (error !== null || message.headers?.get(senderKey) === me) return
        hearFromAfar(pattern, message.subject.slice(prefix.length), message.string())
      },
    })

  /** The connection renews its subscriptions itself when it comes back; a new connection needs new ones. */
  const forget = line.whenUp((connection) => {
    for (const [pattern, entry] of remote) {
      if (entry.connection === connection) continue
      entry.subscription = subscribe(connection, pattern)
      entry.connection = connection
    }
  })

  const listenTo = (pattern: string): void => {
    const entry = remote.get(pattern) ?? { count: 0 }
    entry.count += 1
    remote.set(pattern, entry)
    const connection = line.current()
    if (connection === undefined || entry.subscription !== undefined) return
    entry.subscription = subscribe(connection, pattern)
    entry.connection = connection
  }

  const stopListening = (pattern: string): void => {
    const entry = remote.get(pattern)
    if (entry === undefined) return
    entry.count -= 1
    if (entry.count > 0) return
    entry.subscription?.unsubscribe()
    remote.delete(pattern)
  }

  return {
    send: (subject, data) => {
      const about = headers()
      about.set(senderKey, me)
      line.current()?.publish(prefix + subject, data, { headers: about })
      hearLocally(subject, data)
    },
    on: (pattern, given) => {
      const heard: Heard = (data, subject) => given(data, subject)
      local.set(heard, pattern)
      listenTo(pattern)
      return {
        stop: async () => {
          if (local.delete(heard)) stopListening(pattern)
        },
      }
    },
    close: () => {
      forget()
      local.clear()
    },
  }
}
