import { agreementOperations } from '@mreza/contracts-agreements'
import { conferenceOperations } from '@mreza/contracts-conferences'
import { directoryOperations } from '@mreza/contracts-directory'
import type { Contract, Operation } from '@mreza/contracts-kernel'
import { monitoringOperations } from '@mreza/contracts-monitoring'
import { notificationOperations } from '@mreza/contracts-notifications'
import { plansOperations } from '@mreza/contracts-plans'
import { headers, mintToken } from '@mreza/rpc'
import { seedOf, type TestSession, testKeys } from '@mreza/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { openWholeCity, type WholeCity } from './whole-city.ts'

const contracts: Readonly<Record<string, Contract>> = {
  agreements: agreementOperations,
  conferences: conferenceOperations,
  directory: directoryOperations,
  monitoring: monitoringOperations,
  notifications: notificationOperations,
  plans: plansOperations,
}

/** Every operation that answers once, with the service it belongs to. */
const operations = Object.entries(contracts).flatMap(([service, contract]) =>
  Object.entries(contract).flatMap(([name, operation]) =>
    operation.kind === 'subscription' ? [] : [{ service, name, operation, title: `${service}.${name}` }],
  ),
)
const ofPeople = operations.filter(({ operation }) => operation.access.kind !== 'service')

const Answer = z.object({
  error: z.object({ data: z.object({ refusal: z.object({ code: z.string(), field: z.string().optional() }) }) }).optional(),
})

const keysOf = ({ input }: Operation): string[] => (input instanceof z.ZodObject ? Object.keys(input.shape) : [])

describe('T46 small: input that does not fit is refused and named, whatever the operation', () => {
  let city: WholeCity
  let session: TestSession
  let administrator: TestSession

  beforeAll(async () => {
    city = await openWholeCity()
    session = (await city.worker('welfare', ['coordinator', 'practitioner', 'head', 'city-official', 'auditor', 'center-officer'])).session
    administrator = (await city.worker('city', ['administrator', 'city-official', 'auditor'])).session
  })
  afterAll(() => city.dispose())

  const send = async (service: string, name: string, kind: Operation['kind'], input: string, as: TestSession | null) => {
    const path = `http://${service}.internal/rpc/${service}/${name}`
    const who = as === null ? undefined : { subject: as.subject, databaseKey: as.databaseKey }
    const token =
      who === undefined ? {} : { [headers.token]: mintToken(testKeys('gateway').tokenKeys, { ...who, audience: service }, new Date()) }
    const init = { headers: { ...token, 'content-type': 'application/json' } }
    const request =
      kind === 'mutation'
        ? new Request(path, { ...init, method: 'POST', body: input })
        : new Request(`${path}?input=${encodeURIComponent(input)}`, init)
    const response = await city.running(service)?.door(request)
    const body = await response?.text()
    const answer = Answer.safeParse(JSON.parse(body ?? 'null'))
    return { status: response?.status ?? 0, body: body ?? '', refusal: answer.success ? answer.data.error?.data.refusal : undefined }
  }

  it.each(ofPeople)('$title: something that is no object, and a key too many', async ({ service, name, operation }) => {
    for (const input of ['null', '[]', '"x"', '7', '{"surplus":1}', '{"__proto__":{"roles":["administrator"]},"constructor":1}'])
      expect((await send(service, name, operation.kind, input, session)).refusal, input).toMatchObject({ code: 'invalid-input' })
  })

  it.each(ofPeople.filter(({ operation }) => keysOf(operation).length > 0))(
    '$title: a wrong value is named by its field',
    async ({ service, name, operation }) => {
      for (const key of keysOf(operation)) {
        const { refusal } = await send(service, name, operation.kind, JSON.stringify({ [key]: { wrong: [true] } }), session)
        expect(refusal, key).toMatchObject({ code: 'invalid-input', field: expect.any(String) })
      }
    },
  )

  it('nothing that JSON can say makes a service fail or tell of its inside', async () => {
    const seed = seedOf('T46 bad input')
    const key = fc.constantFrom(
      'caseId',
      'conferenceId',
      'referralId',
      'content',
      'identity',
      'sections',
      'networkId',
      'agreementId',
      'text',
      'ids',
    )
    const value = fc.oneof(
      fc.jsonValue(),
      fc.uuid(),
      fc.constant(city.networkId),
      fc.constant('\u0000'),
      fc.string({ unit: 'binary', maxLength: 300 }),
    )
    const input = fc.oneof(fc.jsonValue(), fc.dictionary(key, value))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ofPeople), input, async ({ service, name, operation }, payload) => {
        const { status, body } = await send(service, name, operation.kind, JSON.stringify(payload), session)
        expect(status).toBeLessThan(500)
        expect(body).not.toMatch(/stack|at .*\.ts:|select |violates|relation "/)
      }),
      { seed, numRuns: 400 },
    )
  })

  it.each(operations)('$title: who is not signed in gets nothing, and nobody plays a service', async ({ service, name, operation }) => {
    const { refusal } = await send(service, name, operation.kind, '{}', null)
    expect(refusal?.code).toBe(operation.access.kind === 'service' ? 'not-found' : 'sign-in-needed')
    if (operation.access.kind === 'service')
      expect((await send(service, name, operation.kind, '{}', session)).refusal?.code).toBe('not-found')
  })

  it.each(operations.filter(({ service }) => service === 'conferences'))(
    'CF13 $title: administrator, auditor and city official are not let in',
    async ({ service, name, operation }) => {
      expect((await send(service, name, operation.kind, '{}', administrator)).refusal?.code).toBe('not-allowed')
    },
  )
})
