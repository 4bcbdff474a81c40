import { Refused } from '@mreza/contracts-kernel'
import { describe, expect, it } from 'vitest'
import { clientOf } from './client.ts'
import { keysFor, thingDoor, thingOperations } from './door-for-tests.ts'

const as = { service: 'things', keys: keysFor('others') }

describe('a service that calls another', () => {
  it('is known by its name and typed by the contract', async () => {
    const things = clientOf(thingOperations, thingDoor(), as)
    expect(await things.askInside({ n: 4 })).toEqual({ service: 'others', n: 4 })
  })

  it('meets a refusal as the same refusal, without trying again', async () => {
    let calls = 0
    const door = thingDoor()
    const things = clientOf(
      thingOperations,
      (request) => {
        calls += 1
        return door(request)
      },
      as,
    )
    const error = await things.echo({ text: 'far too long' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Refused)
    expect(error).toMatchObject({ code: 'invalid-input', kind: 'invalid', field: 'text' })
    expect(calls).toBe(1)
  })

  it('cannot speak for a person', async () => {
    await expect(clientOf(thingOperations, thingDoor(), as).whoAmI({})).rejects.toMatchObject({ code: 'sign-in-needed' })
  })

  it('tries again, under the same key, when the service is away, and gives up with a refusal', async () => {
    const keys = new Set<string>()
    const door = thingDoor()
    let left = 2
    const flaky = clientOf(
      thingOperations,
      (request) => {
        keys.add(request.headers.get('idempotency-key') ?? '')
        left -= 1
        return left >= 0 ? Promise.reject(new TypeError('fetch failed')) : door(request)
      },
      as,
    )
    const { key } = await flaky.tellInside({ n: 1 })
    expect(keys).toEqual(new Set([key]))
    left = 100
    await expect(flaky.askInside({ n: 1 })).rejects.toMatchObject({ code: 'service-unavailable', kind: 'unavailable' })
    expect(left).toBe(97)
  })
})
