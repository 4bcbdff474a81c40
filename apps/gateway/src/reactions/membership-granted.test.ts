import { directoryOperations } from '@mreza/contracts-directory'
import { implement } from '@mreza/rpc'
import { eventually, testKeys } from '@mreza/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GatewayForTests, gatewayForTests, goodPassword, invitation, places } from '../gateway-for-tests.ts'

/** What the directory was told, by one that was away the first time. */
const told: unknown[] = []
let away = true

const directory = () => {
  const { enrolPerson } = directoryOperations
  const log = { info: () => {}, warn: () => {}, error: () => {}, child: () => log }
  return implement(
    { enrolPerson },
    {
      context: 'directory',
      dependencies: { keys: testKeys('directory'), log, now: () => new Date() },
      policy: { couldEver: () => false },
      operations: {
        enrolPerson: async (_ctx, input) => {
          if (away) {
            away = false
            throw new Error('away')
          }
          told.push(input)
          return { added: true }
        },
      },
    },
  ).door
}

let on: GatewayForTests
beforeAll(async () => {
  const door = directory()
  on = await gatewayForTests({ doorTo: () => door })
  await on.addMember({ email: 'coordinator@swc.rs', roles: ['coordinator'] })
})
afterAll(() => on.dispose())

it('ID20 who accepts stands in the directory by the name and title of the invitation, also when it was away; no event says them', async () => {
  const coordinator = on.browser()
  await coordinator.signIn({ email: 'coordinator@swc.rs', password: goodPassword })
  const asked = invitation('mira@swc.rs', { roles: ['head'] })
  const { data } = await coordinator.invite(asked)
  expect(told).toEqual([])
  expect((await on.browser().acceptInvitation({ token: data.token, password: goodPassword })).status).toBe(200)
  const { displayName, jobTitle } = asked
  await eventually(() =>
    Promise.resolve(expect(told).toEqual([{ personId: data.personId, institutionId: places.nisSwc, displayName, jobTitle, isHead: true }])),
  )
  const events = await on.admin
    .withSchema('identity')
    .selectFrom('outbox' as never)
    .selectAll()
    .execute()
  expect(JSON.stringify(events)).not.toContain('Mira')
})
