import { DiscardPolicy, type JetStreamManager, type NatsConnection, nanos, RetentionPolicy, StorageType, type StreamInfo } from 'nats'

/** What happened: every event of every service. */
export const eventStream = 'MREZA_EVENTS'
/** Events that a service could not take in, for an operator to look at and send again. */
export const deadStream = 'MREZA_DEAD'
export const deadSubject = (service: string): string => `mreza-dead.${service}`

const days = (count: number): number => nanos(count * 24 * 60 * 60 * 1_000)

const wanted = {
  [eventStream]: { subjects: ['mreza.>'], max_age: days(30), duplicate_window: nanos(2 * 60 * 1_000) },
  [deadStream]: { subjects: ['mreza-dead.>'], max_age: days(365), duplicate_window: nanos(2 * 60 * 1_000) },
} as const

const ensure = async (manager: JetStreamManager, name: keyof typeof wanted): Promise<StreamInfo> => {
  const config = { name, storage: StorageType.File, retention: RetentionPolicy.Limits, discard: DiscardPolicy.Old, ...wanted[name] }
  try {
    return await manager.streams.info(name)
  } catch {
    return await manager.streams.add({ ...config, subjects: [...config.subjects] })
  }
}

/** Makes the streams where they are missing and says what the stream of events is now. */
export const ensureStreams = async (connection: NatsConnection): Promise<StreamInfo> => {
  const manager = await connection.jetstreamManager()
  await ensure(manager, deadStream)
  return await ensure(manager, eventStream)
}
