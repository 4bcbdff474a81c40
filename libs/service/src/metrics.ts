import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Door } from './service.ts'

/** The figures of one service, in a registry of its own so that several services fit into one process. */
export interface Metrics {
  readonly registry: Registry
  /** Counts and times every call of a door, by operation and status. */
  measure(door: Door): Door
}

/** What stands after `http://host/rpc/service/`; cut by hand, for it is cut for every call. */
const operationOf = (url: string): string => {
  let from = url.indexOf('//') + 2
  for (let slash = 0; slash < 3; slash += 1) from = url.indexOf('/', from) + 1 || url.length
  const query = url.indexOf('?', from)
  const path = url.slice(from, query < 0 ? undefined : query)
  return path.includes(',') ? 'batch' : path.slice(0, 60)
}

const mostOperations = 300

/** Names of operations as labels, bounded: what callers invent is counted as `other`. */
const operationLabels = () => {
  const known = new Set<string>()
  return (url: string) => {
    const name = operationOf(url)
    if (known.size < mostOperations) known.add(name)
    return known.has(name) ? name : 'other'
  }
}

/** Opens the figures of a service; the process's own (memory, event loop) only where it has the process to itself. */
export const openMetrics = (service: string, ofProcess: boolean): Metrics => {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const labelOf = operationLabels()
  const calls = new Counter({
    name: 'mreza_calls_total',
    help: 'Calls answered',
    labelNames: ['operation', 'status'],
    registers: [registry],
  })
  const open = new Gauge({ name: 'mreza_calls_open', help: 'Calls being answered', registers: [registry] })
  const seconds = new Histogram({
    name: 'mreza_call_seconds',
    help: 'Time to the answer',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  return {
    registry,
    measure: (door) => async (request) => {
      const end = seconds.startTimer()
      open.inc()
      try {
        const response = await door(request)
        calls.inc({ operation: response.status === 404 ? 'unknown' : labelOf(request.url), status: String(response.status) })
        return response
      } finally {
        open.dec()
        end()
      }
    },
  }
}
