import { randomUUID } from 'node:crypto'
import { type Contract, type Operation, RefusalShape, Refused, refuser } from '@mreza/contracts-kernel'
import type { Door, Keys } from '@mreza/service'
import * as z from 'zod'
import { headers, limits } from './limits.ts'
import { parseOutput } from './parse.ts'
import { kindOfStatus } from './refusal-wire.ts'
import { mintToken } from './token.ts'

const refuse = refuser({})

/** A typed caller of another service: one function for each query and mutation of its contract. */
export type ClientOf<C extends Contract> = {
  readonly [Name in keyof C as C[Name]['kind'] extends 'subscription' ? never : Name]: (
    input: z.input<C[Name]['input']>,
  ) => Promise<z.output<C[Name]['output']>>
}

/** On whose behalf a service calls: its own. */
export interface Caller {
  /** The name of the service that is called: the audience of the token. */
  readonly service: string
  readonly keys: Keys
  /** The clock; the system's unless a test gives another. */
  readonly now?: () => Date
}

const Failure = z.object({ error: z.object({ data: z.object({ refusal: RefusalShape }) }) })
const Success = z.object({ result: z.object({ data: z.unknown() }) })

const tries = 3
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** attempt))

const requestFor = (name: string, operation: Operation, input: unknown, as: Caller, key: string): Request => {
  const at = `http://${as.service}.internal/rpc/${as.service}/${name}`
  const token = mintToken(as.keys.tokenKeys, { audience: as.service }, as.now?.() ?? new Date())
  const common = {
    headers: { [headers.token]: token, [headers.idempotencyKey]: key, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(limits.call),
  }
  const body = JSON.stringify(input)
  if (operation.kind === 'mutation') return new Request(at, { ...common, method: 'POST', ...(body === undefined ? {} : { body }) })
  return new Request(body === undefined ? at : `${at}?input=${encodeURIComponent(body)}`, common)
}

const read = async (operation: Operation, response: Response): Promise<unknown> => {
  const json: unknown = await response.json()
  const failure = Failure.safeParse(json)
  if (failure.success) throw refusedBy(failure.data.error.data.refusal, response.status)
  return parseOutput(operation.output, Success.parse(json).result.data)
}

const refusedBy = (shape: RefusalShape, status: number) =>
  new Refused(shape.code, kindOfStatus(status), {
    ...(shape.field === undefined ? {} : { field: shape.field }),
    ...(shape.params === undefined ? {} : { params: shape.params }),
  })

/** Whether trying again could help: the service is away or slow; a refusal is an answer. */
const isPassing = (error: unknown) => !(error instanceof Refused) || error.kind === 'unavailable'

const call = async (name: string, operation: Operation, door: Door, as: Caller, input: unknown): Promise<unknown> => {
  const key = randomUUID()
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = door(requestFor(name, operation, input, as, key))
      return await read(operation, await Promise.race([answer, late()]))
    } catch (error) {
      if (!isPassing(error)) throw error
      if (attempt >= tries) throw error instanceof Refused ? error : refuse('service-unavailable', { cause: error })
      await pause(attempt)
    }
  }
}

const late = () => new Promise<never>((_, reject) => setTimeout(reject, limits.call, refuse('service-unavailable')).unref())

/**
 * A caller for the `access: service` operations of another service. Each call carries a token of its own and waits at most
 * five seconds; a service that is away is tried three times with a growing, random pause, mutations under one idempotency key.
 * A refusal of the other side is thrown as the same {@link Refused}.
 */
export const clientOf = <const C extends Contract>(contract: C, door: Door, as: Caller): ClientOf<C> =>
  Object.fromEntries(
    Object.entries(contract)
      .filter(([, operation]) => operation.kind !== 'subscription')
      .map(([name, operation]) => [name, (input: unknown) => call(name, operation, door, as, input)]),
  ) as unknown as ClientOf<C>
