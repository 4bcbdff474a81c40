import { randomUUID } from 'node:crypto'
import { type Contract, type Operation, RefusalShape, Refused } from '@mreza/contracts-kernel'
import { type ClientOf, headers, mintToken } from '@mreza/rpc'
import { completeSecrets, type Door, type Keys, keysOf } from '@mreza/service'
import * as z from 'zod'
import type { TestSession } from './test-session.ts'

const issuers = ['gateway', 'directory', 'agreements', 'conferences', 'plans', 'notifications', 'monitoring']
const secrets = completeSecrets({}, [], issuers)

/** The keys of one service in a test; those of all services and of {@link personClient} belong together. */
export const testKeys = (service: string): Keys => keysOf(secrets, service)

const Answer = z.object({
  result: z.object({ data: z.unknown() }).optional(),
  error: z.object({ data: z.object({ refusal: RefusalShape }) }).optional(),
})

const requestFor = (
  service: string,
  name: string,
  { kind }: Operation,
  { subject, databaseKey }: TestSession,
  input: unknown,
  { key, now }: { key: string; now: Date },
): Request => {
  const token = mintToken(testKeys('gateway').tokenKeys, { subject, databaseKey, audience: service }, now)
  const at = `http://${service}.internal/rpc/${service}/${name}`
  const common = { [headers.token]: token, [headers.idempotencyKey]: key, 'content-type': 'application/json' }
  if (kind === 'mutation') return new Request(at, { method: 'POST', headers: common, body: JSON.stringify(input) })
  return new Request(`${at}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers: common })
}

const refusedBy = ({ code, field, params }: RefusalShape): Refused =>
  new Refused(code, 'invalid', { ...(field === undefined ? {} : { field }), ...(params === undefined ? {} : { params }) })

/**
 * Calls a service's door as the gateway does for the person of this session: with a token of the gateway, through all three
 * walls. A refusal is thrown as {@link Refused} with its code, field and params (its kind does not travel).
 * Every call has an idempotency key of its own unless `keyOf` gives it; `now` is the clock of a service whose time the test moves.
 * @example await personClient(directoryOperations, service.door, 'directory', session).listNetworks({})
 */
export const personClient = <const C extends Contract>(
  contract: C,
  door: Door,
  service: string,
  session: TestSession,
  keyOf: () => string = randomUUID,
  now: () => Date = () => new Date(),
): ClientOf<C> =>
  Object.fromEntries(
    Object.entries(contract).map(([name, operation]) => [
      name,
      async (input: unknown) => {
        const answer = Answer.parse(
          await (await door(requestFor(service, name, operation, session, input, { key: keyOf(), now: now() }))).json(),
        )
        if (answer.error !== undefined) throw refusedBy(answer.error.data.refusal)
        return answer.result?.data
      },
    ]),
  ) as unknown as ClientOf<C>
