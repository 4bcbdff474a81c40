import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { refuser } from '@mreza/contracts-kernel'
import { headers as internal, refusalResponse } from '@mreza/rpc'
import { describeError, isWhole, type Log } from '@mreza/service'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visit } from '../identity.ts'
import type { OpenSession } from '../sessions/open-session.ts'
import type { Backend } from './backend.ts'
import type { CallCounter } from './call-counter.ts'
import type { OpenLines } from './open-lines.ts'
import type { Reception } from './reception.ts'

const refuse = refuser({})

/** What a call needs on its way. */
export interface CallRouteSetting {
  readonly backends: ReadonlyMap<string, Backend>
  readonly reception: Reception
  readonly tokenFor: (session: OpenSession, audience: string) => string
  readonly perPerson: CallCounter
  readonly lines: OpenLines
  readonly log: Log
  /** Tells the gateway's own operations who stands at the door. */
  readonly announce: (request: Request, visit: Visit) => void
}

/** The only headers of a caller that reach a service; what services trust, the gateway writes itself. */
const passedOn = ['accept', 'content-type', 'idempotency-key', 'last-event-id', 'trpc-accept'] as const

const headersFor = (request: FastifyRequest, requestId: string, token: string | undefined, length: number | undefined): Headers => {
  const headers = new Headers({ [internal.requestId]: requestId })
  for (const name of passedOn) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  if (token !== undefined) headers.set(internal.token, token)
  if (length !== undefined) headers.set('content-length', String(length))
  return headers
}

const inward = (request: FastifyRequest, headers: Headers, signal: AbortSignal): Request => {
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : undefined
  return new Request(`http://inside.internal${request.url}`, {
    method: request.method,
    headers,
    signal,
    ...(body === undefined ? {} : { body }),
  })
}

/** A whole answer goes on as the bytes that it is; what comes bit by bit goes on as it comes. */
const answerBody = async (response: Response, reply: FastifyReply) => {
  if (response.body === null) return reply.send()
  if (isWhole(response)) return reply.send(Buffer.from(await response.arrayBuffer()))
  return reply.header('x-accel-buffering', 'no').send(Readable.fromWeb(response.body as import('node:stream/web').ReadableStream))
}

const outward = (response: Response, reply: FastifyReply) => {
  reply.code(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value)
  return answerBody(response, reply)
}

/**
 * The way of every call: who is it → not too often → a token for that one service → forward by the path's prefix, body unread →
 * the answer as it came. A service that is away is a refusal like any other.
 */
export const callRoute =
  (setting: CallRouteSetting) => async (request: FastifyRequest<{ Params: { service: string } }>, reply: FastifyReply) => {
    const { service } = request.params
    const backend = setting.backends.get(service)
    if (backend === undefined) return outward(refusalResponse(refuse('not-found')), reply)
    const visit = await setting.reception(request, reply)
    if (visit.session !== undefined && !setting.perPerson.count(visit.session.subject.personId))
      return outward(refusalResponse(refuse('too-many-requests')), reply)
    const requestId = randomUUID()
    reply.header('x-request-id', requestId)
    const token = visit.session === undefined ? undefined : setting.tokenFor(visit.session, service)
    const left = new AbortController()
    const unwatch = visit.session === undefined ? undefined : setting.lines.watch(visit.session.id, () => left.abort())
    reply.raw.once('close', () => {
      unwatch?.()
      if (!reply.raw.writableFinished) left.abort()
    })
    const length = Buffer.isBuffer(request.body) ? request.body.byteLength : undefined
    const call = inward(request, headersFor(request, requestId, token, length), left.signal)
    setting.announce(call, visit)
    try {
      return await outward(await backend.door(call), reply)
    } catch (error) {
      setting.log.warn('a service is away', { called: service, requestId, ...describeError(error) })
      return outward(refusalResponse(refuse('service-unavailable')), reply)
    }
  }
