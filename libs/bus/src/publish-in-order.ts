import { headers, type NatsConnection, type PubAck } from 'nats'

/** An event as it waits in the outbox. */
export interface WaitingEvent {
  readonly id: string
  readonly subject: string
  readonly data: unknown
  readonly at: string
}

/** How far a batch came: the ids of its acknowledged beginning, and why it went no further. */
export interface Publishing {
  readonly published: readonly string[]
  readonly lastSeq: number
  readonly failure?: unknown
}

const timeout = 5_000

/**
 * Publishes on one connection in the given order, without waiting between two. Counts only the unbroken beginning as
 * published: what was acknowledged after a failure is sent again and dropped by the broker or by the inbox.
 */
export const publishInOrder = async (connection: NatsConnection, events: readonly WaitingEvent[]): Promise<Publishing> => {
  const broker = connection.jetstream({ timeout })
  const encode = ({ id, at, subject, data }: WaitingEvent) => JSON.stringify({ id, at, subject, data })
  const answers = await Promise.allSettled(
    events.map((event): Promise<PubAck> => broker.publish(event.subject, encode(event), { msgID: event.id, timeout, headers: headers() })),
  )
  const published: string[] = []
  let lastSeq = 0
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 'rejected') return { published, lastSeq, failure: answer.reason }
    published.push(events[index]?.id ?? '')
    lastSeq = Math.max(lastSeq, answer.value.seq)
  }
  return { published, lastSeq }
}
