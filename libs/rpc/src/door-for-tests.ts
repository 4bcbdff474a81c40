import {
  type Contract,
  isPublic,
  mutation,
  needs,
  query,
  refuser,
  type Subject,
  serviceOnly,
  signedIn,
  subscription,
} from '@mreza/contracts-kernel'
import { completeSecrets, type Door, type Keys, keysOf, type Log } from '@mreza/service'
import * as z from 'zod'
import { implement } from './implement.ts'

const secrets = completeSecrets({}, [], ['gateway', 'things', 'others'])
/** The keys that the tests of this library sign with. */
export const keysFor = (issuer: string): Keys => keysOf(secrets, issuer)
/** Keys of somebody else's installation. */
export const foreignKeys: Keys = keysOf(completeSecrets({}, [], ['gateway']), 'gateway')

/** Lines that were logged. */
export const lines: string[] = []
const write = (message: string, fields?: object) => void lines.push(JSON.stringify({ message, ...fields }))
export const log: Log = { info: write, warn: write, error: write, child: () => log }

export const subject: Subject = {
  personId: '01900000-0000-7000-8000-000000000001',
  institutionId: '01900000-0000-7000-8000-000000000002',
  networkId: null,
  sector: 'police',
  roles: ['practitioner'],
  assurance: 'password',
} as unknown as Subject

const refuse = refuser({ 'thing-is-broken': 'conflict' })
const Thing = z.strictObject({ name: z.string(), inner: z.strictObject({ size: z.int() }) })

export const thingOperations = {
  echo: query(
    isPublic,
    z.strictObject({ text: z.string().max(5), deep: z.strictObject({ year: z.int() }).optional() }),
    z.object({ text: z.string() }),
  ),
  whoAmI: query(signedIn, z.strictObject({}), z.object({ personId: z.string() })),
  onlyHeads: query(needs('head-things'), z.strictObject({}), z.object({ done: z.boolean() })),
  getThing: query(isPublic, z.strictObject({}), z.strictObject({ items: z.array(Thing) })),
  breakThing: mutation(signedIn, z.strictObject({ how: z.enum(['refuse', 'throw', 'answer']) }), z.object({ name: z.string() })),
  keepThing: mutation(isPublic, z.strictObject({ text: z.string() }), z.object({ length: z.int() }), 400_000),
  askInside: query(serviceOnly, z.strictObject({ n: z.int() }), z.object({ service: z.string(), n: z.int() })),
  tellInside: mutation(serviceOnly, z.strictObject({ n: z.int() }), z.object({ key: z.string() })),
  count: subscription(signedIn, z.strictObject({ to: z.int() }), z.object({ n: z.int() })),
} satisfies Contract

/** A door with one operation of every kind. */
export const thingDoor = (now: () => Date = () => new Date()): Door =>
  implement(thingOperations, {
    context: 'things',
    dependencies: { keys: keysFor('things'), log, now },
    policy: { couldEver: (who, capability) => capability === 'head-things' && who.roles.includes('head') },
    operations: {
      echo: async (_ctx, { text }) => ({ text }),
      whoAmI: async (ctx) => ({ personId: ctx.subject.personId }),
      onlyHeads: async () => ({ done: true }),
      getThing: async () => ({ items: [{ name: 'a', secret: 'S3CRET', inner: { size: 1, secret: 'S3CRET' } }] }),
      breakThing: async (_ctx, { how }) => {
        if (how === 'refuse') throw refuse('thing-is-broken', { field: 'how', params: { times: 2 } })
        if (how === 'throw') throw new Error('password of Petar is 1234')
        return { nothing: 'Petar' } as unknown as { name: string }
      },
      keepThing: async (_ctx, { text }) => ({ length: text.length }),
      askInside: async (ctx, { n }) => ({ service: ctx.service ?? '', n }),
      tellInside: async (ctx) => ({ key: ctx.idempotencyKey ?? '' }),
      count: async function* (_ctx, { to }) {
        for (let n = 1; n <= to; n += 1) yield { n, surplus: 'S3CRET' }
      },
    },
  }).door
