import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, goodPassword } from '../gateway-for-tests.ts'

let on: GatewayForTests
beforeAll(async () => {
  const away = {
    door: () => Promise.reject(new Error('away')),
    health: async () => ({ ready: false, parts: { database: 'up', broker: 'down' } as const }),
  }
  on = await gatewayForTests({ backends: new Map([['plans', away]]) })
  await on.addMember({ email: 'root@mreza.rs', roles: ['administrator'], networkId: null })
  await on.addMember({ email: 'coordinator@swc.rs', roles: ['coordinator', 'head'] })
})
afterAll(() => on.dispose())

const ask = async (email: string) => {
  const browser = on.browser()
  await browser.signIn({ email, password: goodPassword })
  return browser.readHealth({})
}

it('ID22 the administrator reads which parts work, by service; nobody else does', async () => {
  expect((await ask('root@mreza.rs')).data).toEqual({
    ready: false,
    services: [
      { name: 'identity', parts: { database: 'up', broker: 'up' } },
      { name: 'plans', parts: { database: 'up', broker: 'down' } },
    ],
  })
  expect((await ask('coordinator@swc.rs')).refusal?.code).toBe('not-allowed')
  expect((await on.browser().readHealth({})).refusal?.code).toBe('sign-in-needed')
})
