import { headers, type JsMsg, type NatsConnection, type StoredMsg } from 'nats'
import { deadStream, deadSubject, ensureStreams } from './streams.ts'

/** An event that a service could not take in. No content: the event itself stays in the stream. */
export interface DeadLetter {
  /** Its number among the dead letters, by which it is replayed. */
  readonly seq: number
  readonly service: string
  readonly subject: string
  /** `malformed`: it does not fit its contract; `reaction-failed`: the service failed five times. */
  readonly reason: string
  /** The error's class and code. */
  readonly error: string
  readonly tries: number
  readonly at: string
}

const key = {
  service: 'mreza-service',
  subject: 'mreza-subject',
  reason: 'mreza-reason',
  error: 'mreza-error',
  tries: 'mreza-tries',
  only: 'mreza-only',
} as const

/** A replayed event is for the service that failed; the others pass it by. */
export const forService = (message: JsMsg, service: string): boolean => {
  const only = message.headers?.get(key.only) ?? ''
  return only === '' || only === service
}

/** Puts a message aside; resolves when the broker has it. */
export const park = async (
  connection: NatsConnection,
  message: JsMsg,
  why: { service: string; reason: string; error: string; tries: number },
): Promise<void> => {
  const about = headers()
  about.set(key.service, why.service)
  about.set(key.subject, message.subject)
  about.set(key.reason, why.reason)
  about.set(key.error, why.error)
  about.set(key.tries, String(why.tries))
  await connection.jetstream().publish(deadSubject(why.service), message.data, { msgID: `${why.service}:${message.seq}`, headers: about })
}

const storedMessages = async (connection: NatsConnection): Promise<StoredMsg[]> => {
  await ensureStreams(connection)
  const { streams } = await connection.jetstreamManager()
  const { state } = await streams.info(deadStream)
  const found: StoredMsg[] = []
  for (let seq = state.first_seq; state.messages > 0 && seq <= state.last_seq; seq += 1) {
    const message = await streams.getMessage(deadStream, { seq }).catch(() => undefined)
    if (message != null) found.push(message)
  }
  return found
}

const describe = (message: StoredMsg): DeadLetter => ({
  seq: message.seq,
  service: message.header.get(key.service),
  subject: message.header.get(key.subject),
  reason: message.header.get(key.reason),
  error: message.header.get(key.error),
  tries: Number(message.header.get(key.tries)),
  at: message.time.toISOString(),
})

export const listDeadLetters = async (connection: NatsConnection): Promise<DeadLetter[]> => (await storedMessages(connection)).map(describe)

/** Sends dead letters to their service again and takes them off the list; those that fail again come back. */
export const replayDeadLetters = async (connection: NatsConnection, chosen: (letter: DeadLetter) => boolean): Promise<number> => {
  const { streams } = await connection.jetstreamManager()
  const letters = (await storedMessages(connection)).filter((message) => chosen(describe(message)))
  for (const message of letters) {
    const about = headers()
    about.set(key.only, message.header.get(key.service))
    await connection
      .jetstream()
      .publish(message.header.get(key.subject), message.data, { msgID: `replay:${message.seq}:${message.time.getTime()}`, headers: about })
    await streams.deleteMessage(deadStream, message.seq)
  }
  return letters.length
}
