import type { Contract } from '@mreza/contracts-kernel'
import type { RouterOf } from '@mreza/rpc/types'
import { httpBatchLink, httpLink, httpSubscriptionLink, type Operation, splitLink, type TRPCLink } from '@trpc/client'
import { observable, tap } from '@trpc/server/observable'
import { hasLine, lostLine } from './connection.ts'
import { isAway } from './refusal-of.ts'

/** The links do not look into a router: any of ours is the same to them. */
type OurRouter = RouterOf<Contract>
type Link = TRPCLink<OurRouter>

/** Tells the gateway that the call comes from our own page (with the cookie's `SameSite`, the wall against forged calls). */
const ours = { 'x-mreza': '1' }

/** One key for one intention: the same input tried again carries the same key, so that a repeated call does its work once. */
const keys = new WeakMap<object, string>()
const keyOf = ({ input }: Operation): string => {
  if (typeof input !== 'object' || input === null) return crypto.randomUUID()
  const known = keys.get(input)
  if (known !== undefined) return known
  const made = crypto.randomUUID()
  keys.set(input, made)
  return made
}

/** A stream that breaks off is taken up again by itself, and a call that was taken back is no sign of anything. */
const missed = (op: Operation, error: unknown) => {
  if (op.type !== 'subscription' && op.signal?.aborted !== true && isAway(error)) void lostLine()
}

const watchingTheLine: Link =
  () =>
  ({ next, op }) =>
    observable((observer) =>
      next(op)
        .pipe(tap({ next: hasLine, error: (error) => missed(op, error) }))
        .subscribe(observer),
    )

const changes = (url: string): Link => httpLink({ url, headers: ({ op }) => ({ ...ours, 'idempotency-key': keyOf(op) }) })

/** Reads go by POST, so that nothing that was asked for stands in an address (rule D13). */
const reads = (url: string): Link => httpBatchLink({ url, maxItems: 20, methodOverride: 'POST', headers: ours })

const streams = (url: string): Link => httpSubscriptionLink({ url })

/**
 * How the calls to one service travel: changes one by one with a key against repeating, reads in batches, streams by server-sent events.
 * The router's type is the caller's to say: a link carries whatever it is given.
 */
export const linksOf = <C extends Contract>(service: string): TRPCLink<RouterOf<C>>[] => {
  const url = `/rpc/${service}`
  const links: Link[] = [
    watchingTheLine,
    splitLink({
      condition: (op) => op.type === 'subscription',
      true: streams(url),
      false: splitLink({ condition: (op) => op.type === 'mutation', true: changes(url), false: reads(url) }),
    }),
  ]
  return links as unknown as TRPCLink<RouterOf<C>>[]
}
