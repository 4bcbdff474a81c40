import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HealthReport } from './health.ts'
import type { Listening } from './serve.ts'

/** What the operator may see of a process. */
export interface OperatorView {
  /** The figures in the text form that Prometheus reads. */
  metrics(): Promise<string>
  health(): Promise<HealthReport>
}

const answer = async (view: OperatorView, url: string | undefined, outgoing: ServerResponse) => {
  if (url === '/metrics') return outgoing.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(await view.metrics())
  if (url !== '/readyz') return outgoing.writeHead(404).end()
  const report = await view.health()
  return outgoing.writeHead(report.ready ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(report))
}

/** Serves figures and health on a port of loopback that no proxy shows to people: the gateway's own port has no `/metrics`. */
export const serveOperator = async (view: OperatorView, port: number): Promise<Listening> => {
  const server = createServer((incoming, outgoing) => {
    answer(view, incoming.url, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
