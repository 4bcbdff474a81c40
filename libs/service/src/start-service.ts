import { drainable } from './drain.ts'
import { openMetrics } from './metrics.ts'
import type { RunningService, ServiceDefinition, ServiceDependencies } from './service.ts'

/** A started service with its figures. */
export interface StartedService extends RunningService {
  /** The figures in the text form that Prometheus reads. */
  metrics(): Promise<string>
}

/** How long a stop waits for calls that are being answered. */
const drainLimitMs = 10_000

/**
 * Starts a service for a process that may run others too: its calls are counted and timed, and `stop` first lets
 * the open calls finish, then ends the service, then closes its pools.
 */
export const startService = async (
  definition: ServiceDefinition,
  dependencies: ServiceDependencies,
  options: { readonly alone?: boolean } = {},
): Promise<StartedService> => {
  const metrics = openMetrics(definition.name, options.alone ?? false)
  const running = await definition.start(dependencies)
  const { door, drain } = drainable(metrics.measure(running.door))
  return {
    name: running.name,
    door,
    ...(running.upgrade === undefined ? {} : { upgrade: running.upgrade }),
    health: () => running.health(),
    metrics: () => metrics.registry.metrics(),
    stop: async () => {
      await drain(drainLimitMs)
      await running.stop()
      await dependencies.db.close()
    },
  }
}
