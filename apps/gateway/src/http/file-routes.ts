import { type Contract, refuser } from '@mreza/contracts-kernel'
import { refusalResponse } from '@mreza/rpc'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { Reception } from './reception.ts'

const refuse = refuser({})

/** So many files may be on their way in at once; each is held whole until it is passed on. */
const mostAtOnce = 8

/** What the ways of files are made of. */
export interface FileRouteSetting {
  /** The contracts by the name of their service; of these the operations that take a file. */
  readonly contracts: ReadonlyMap<string, Contract>
  readonly reception: Reception
}

const send = async (reply: FastifyReply, response: Response) =>
  reply
    .code(response.status)
    .type('application/json')
    .send(await response.text())

/**
 * Gives each operation that takes a file a way of its own, with the bound of its contract. Who is not signed in is turned away
 * before a byte of the file is read, and so is who comes while too many are on their way.
 */
export const fileRoutes = (app: FastifyInstance, { contracts, reception }: FileRouteSetting, handler: RouteHandlerMethod): void => {
  let underWay = 0
  const enter = async (request: FastifyRequest, reply: FastifyReply) => {
    const { session } = await reception(request, reply)
    if (session === undefined) return send(reply, refusalResponse(refuse('sign-in-needed')))
    if (underWay >= mostAtOnce) return send(reply, refusalResponse(refuse('too-many-requests')))
    underWay += 1
    reply.raw.once('close', () => {
      underWay -= 1
    })
  }
  for (const [service, contract] of contracts)
    for (const [name, { largest }] of Object.entries(contract))
      if (largest !== undefined)
        app.route({ method: 'POST', url: `/rpc/:service(^${service}$)/${name}`, bodyLimit: largest, onRequest: enter, handler })
}
