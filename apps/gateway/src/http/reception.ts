import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visit } from '../identity.ts'
import type { SessionBook } from '../sessions/session-book.ts'
import { clearCookie, setCookie, tokenIn } from './session-cookie.ts'

/** Finds out who stands at the door, and can give them a token. */
export type Reception = (request: FastifyRequest, reply: FastifyReply) => Promise<Visit>

/** Reads the cookie, admits the session, and hands over the token when it was just renewed. */
export const openReception =
  (sessions: SessionBook): Reception =>
  async (request, reply) => {
    const token = tokenIn(request.headers.cookie)
    const admission = token === undefined ? undefined : await sessions.admit(token)
    if (admission?.newToken !== undefined) reply.header('set-cookie', setCookie(admission.newToken))
    return {
      session: admission?.session,
      address: request.ip,
      setToken: (next) => {
        if (next === undefined && request.headers.cookie === undefined) return
        reply.removeHeader('set-cookie')
        reply.header('set-cookie', next === undefined ? clearCookie : setCookie(next))
      },
    }
  }
