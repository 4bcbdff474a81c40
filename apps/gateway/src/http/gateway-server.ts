import { type Refused, refuser } from '@mreza/contracts-kernel'
import { httpStatusOf, limits, refusalResponse } from '@mreza/rpc'
import { describeError, type HealthReport, type Log } from '@mreza/service'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type RouteHandlerMethod } from 'fastify'
import type { CallCounter } from './call-counter.ts'
import { type CallRouteSetting, callRoute } from './call-route.ts'
import { type FileRouteSetting, fileRoutes } from './file-routes.ts'
import { guardCall } from './request-guard.ts'
import { securityHeaders } from './security-headers.ts'
import { workspaceFiles } from './workspace-files.ts'

const refuse = refuser({})

/** What the HTTP side of the gateway is made of. */
export interface ServerSetting extends CallRouteSetting, FileRouteSetting {
  readonly publicOrigin: string
  readonly origins: ReadonlySet<string>
  readonly trustedProxies: readonly string[]
  readonly workspaceDist: string
  readonly perAddress: CallCounter
  readonly health: () => Promise<HealthReport>
}

const sendRefusal = async (reply: FastifyReply, refused: Refused) =>
  reply
    .code(httpStatusOf(refused))
    .type('application/json')
    .send(await refusalResponse(refused).text())

const refusalFor = (error: FastifyError, most: number, log: Log): Refused => {
  if (error.statusCode === 413) return refuse('too-large', { params: { most } })
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse('invalid-input')
  log.error('request failed', describeError(error))
  return refuse('unexpected')
}

/** Bodies are bounded and passed on as they are; only JSON is taken in at all. */
const takeBodiesUnread = (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: limits.body }, (_request, body, done) => done(null, body))
}

const guards = (app: FastifyInstance, setting: ServerSetting) => {
  app.addHook('onRequest', async (request, reply) => {
    if (!setting.perAddress.count(request.ip)) return sendRefusal(reply, refuse('too-many-requests'))
    const refused = request.url.startsWith('/rpc/') ? guardCall(request.method, request.headers, setting.origins) : undefined
    if (refused !== undefined) return sendRefusal(reply, refused)
  })
}

const healthRoutes = (app: FastifyInstance, setting: ServerSetting) => {
  app.get('/healthz', () => ({ alive: true }))
  app.get<{ Querystring: Record<string, unknown> }>('/readyz', async (request, reply) => {
    const { ready, parts } = await setting.health()
    return reply.code(ready ? 200 : 503).send('verbose' in request.query ? { ready, parts } : { ready })
  })
}

/** Builds the server; it does not listen yet. */
export const gatewayServer = async (setting: ServerSetting): Promise<FastifyInstance> => {
  const app = fastify({
    trustProxy: setting.trustedProxies.length > 0 ? [...setting.trustedProxies] : false,
    bodyLimit: limits.body,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 2_000 },
    forceCloseConnections: 'idle',
  })
  app.setErrorHandler((error: FastifyError, request, reply) =>
    sendRefusal(reply, refusalFor(error, request.routeOptions.bodyLimit ?? limits.body, setting.log)),
  )
  takeBodiesUnread(app)
  guards(app, setting)
  await securityHeaders(app, setting.publicOrigin)
  healthRoutes(app, setting)
  app.route<{ Params: { service: string } }>({ method: ['GET', 'POST'], url: '/rpc/:service/*', handler: callRoute(setting) })
  fileRoutes(app, setting, callRoute(setting) as RouteHandlerMethod)
  await workspaceFiles(app, setting.workspaceDist, setting.publicOrigin)
  return app
}
